// The page in a real Chromium. Called by .ci/browser with the server's jar.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { LANGUAGES, PAGES, SCREENS, pagesOf } from './pages.mjs';
import { startServer } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = 'target/screenshots';
const TALLEST_PICTURE = 8000; // pixels
// Chromium says so of every page that is not a 200; it is no fault of the page.
const NO_FAULT = /Failed to load resource: the server responded with a status of 400/;

let server;
let browser;
let pages;

before(async () => {
  server = await startServer(process.argv[2]);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  pages = await pagesOf(server.base);
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens a page in a context of its own, and closes it when done with. */
async function visit(target, settings, look) {
  const context = await browser.newContext({ viewport: SCREENS.desktop, ...settings });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()) && !NO_FAULT.test(message.text())) {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const answer = await page.goto(server.base + target);
    await look(page, answer);
    assert.deepEqual(complaints, [], `${target}: the console stays empty`);
  } finally {
    await context.close();
  }
}

/** Clicks what leads to another page, and waits for all of the page behind it: a long table comes in pieces. */
async function follow(page, link) {
  await Promise.all([page.waitForEvent('load'), page.click(link)]);
}

/** With the keyboard; it glides there, and fails by the time limit where it does not move. */
async function scrolls(page, table) {
  await table.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((element) => element.scrollLeft > 0, await table.elementHandle());
}

/** To be looked at. Of a list of hundreds the beginning: Chromium refuses pictures that are too long now and then. */
async function shoot(page, name) {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST_PICTURE) };
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true, clip });
}

const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** What axe-core finds: of all its rules, or of those that are named. */
async function axe(page, rules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(AXE);
  }
  const settings = rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } };
  const { violations, passes } = await page.evaluate((given) => globalThis.axe.run(document, given), settings);
  assert.ok(passes.length >= (rules?.length ?? 16), 'axe-core has looked at the page');
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

for (const lang of LANGUAGES) {
  for (const [screen, viewport] of Object.entries(SCREENS)) {
    test(`looks right: ${lang}, ${screen}`, async () => {
      for (const [name, { path, status }] of Object.entries(pages)) {
        if (name === 'all' && screen === 'small') {
          continue; // as long as all others together, and laid out as on a phone
        }
        await visit(`${path}&lang=${lang}`, { viewport, colorScheme: 'light' }, async (page, answer) => {
          assert.equal(answer.status(), status, name);
          assert.equal(await page.getAttribute('html', 'lang'), lang);
          await shoot(page, `${name}-${lang}-light-${screen}`);
          await unfold(page);
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${name} is ${beyond} px wider than the screen`);
          assert.deepEqual(await axe(page), [], `${name}: axe-core finds nothing`);

          // Of the same page, only colours are other ones in the dark.
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(await axe(page, ['color-contrast']), [], `${name}: axe-core finds nothing in the dark`);
          await shoot(page, `${name}-${lang}-dark-${screen}`);
        });
      }
    });
  }
}

test('the form works without JavaScript, and asks the API the same', async () => {
  await visit('/', { javaScriptEnabled: false }, async (page) => {
    await page.fill('[name=model]', 'Qwen/Qwen2.5-14B-Instruct');
    await page.uncheck('[name=quantization][value="4bit"]');
    await page.fill('[name=context]', '16384');
    await follow(page, 'button[type=submit]');
    const { search } = new URL(page.url());
    const api = await (await fetch(`${server.base}/v1/recommendations${filled(search)}`)).json();

    assert.equal((await page.textContent('.pick h2')).trim(), api.picks.recommended.offer);
    assert.match(await page.textContent('h1'), /Qwen2\.5-14B-Instruct/);
    assert.equal(await page.locator('table tbody tr').count(), api.assessments.length);
    assert.equal(await page.locator('svg.wide .mark').count(), api.assessments.length);
    assert.equal(await page.inputValue('[name=context]'), '16384');
    assert.equal(await page.isChecked('[name=quantization][value="4bit"]'), false);
  });
});

/** Browsers send empty fields too; the API takes them as given. */
function filled(search) {
  const query = new URLSearchParams([...new URLSearchParams(search)].filter(([, value]) => value));
  return `?${query}`;
}

test('links ask the API what the page was asked', async () => {
  await visit(PAGES.answer.path, {}, async (page) => {
    const link = await page.locator('.links a').last().evaluate((element) => element.href);
    const api = await (await fetch(link)).json();
    assert.equal((await page.textContent('.pick h2')).trim(), api.picks.recommended.offer);
    assert.match(await page.textContent('.saving'), /31\.6%.*\$0\.316.*\$7\.584.*\$230\.68/s);
  });
});

/** By path, what has to be among what is reached. */
const FIELDS = {
  '/': ['model', 'quantization', 'context', 'concurrency', 'provider', 'current'],
  '/offers': ['min_memory_gib', 'provider', 'market', 'region', 'sort'],
  '/models': ['search', 'card', 'gpus', 'context'],
};

for (const [path, fields] of Object.entries(FIELDS)) {
  test(`the keyboard reaches everything in the order of the page, and is seen there: ${path}`, async () => {
    await visit(path, {}, async (page) => {
      const reached = [];
      for (let i = 0; i < 60 && reached.at(-1) !== 'submit'; i++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(focused));
      }
      const inView = await page.evaluate(focusable);
      assert.deepEqual(reached, inView.map((element) => element.name));
      assert.equal(reached[0], '#main');
      assert.match(reached[2], /lang=en$/);
      assert.match(reached[3], /lang=fr$/);
      assert.ok(fields.every((name) => reached.includes(name)), reached.join());
      for (let i = 1; i < inView.length; i++) {
        assert.ok(inView[i].bottom > inView[i - 1].top, `${inView[i].name} stands above ${inView[i - 1].name}`);
      }
    });
  });
}

const LISTS = [
  { path: '/offers', field: 'min_memory_gib', typed: '24', api: '/v1/offers?min_memory_gib=24', list: 'offers' },
  { path: '/models', field: 'card', typed: '2x RTX 3090', api: '/v1/models?card=2x+RTX+3090', list: 'models' },
];

for (const { path, field, typed, api, list } of LISTS) {
  test(`a list is asked for by the keyboard alone, without JavaScript: ${path}`, async () => {
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('table').count(), 0);
      await page.focus(`[name=${field}]`);
      await page.keyboard.type(typed);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      const answer = await (await fetch(server.base + api)).json();
      assert.ok(answer[list].length > 3);
      assert.equal(await page.locator('table tbody tr').count(), answer[list].length);
      assert.equal(await page.inputValue(`[name=${field}]`), typed);

      const link = page.locator('table tbody a').first();
      await link.focus();
      await page.evaluate(focused);
      assert.equal((await fetch(await link.evaluate((element) => element.href))).status, 200);
    });
  });

  test(`a list keeps its question in the other language, and its table scrolls on a small screen: ${path}`, async () => {
    const target = `${path}?${new URLSearchParams({ [field]: typed })}`;
    await visit(target, { viewport: SCREENS.small, colorScheme: 'dark' }, async (page) => {
      const rows = await page.locator('table tbody tr').count();
      await follow(page, 'a[hreflang=fr]');
      assert.equal(await page.getAttribute('html', 'lang'), 'fr');
      assert.equal(await page.inputValue(`[name=${field}]`), typed);
      assert.equal(await page.locator('table tbody tr').count(), rows);
      const table = page.locator('.scroll').first();
      if (await table.evaluate((element) => element.scrollWidth > element.clientWidth)) {
        await scrolls(page, table);
      }
    });
  });
}

test('the faults of a list are named and marked', async () => {
  await visit(PAGES.misspelt.path, {}, async (page) => {
    assert.equal(await page.locator('[role=alert] li').count(), 4);
    assert.equal(await page.inputValue('[name=min_memory_gib]'), '-1');
    assert.equal(await page.getAttribute('[name=min_memory_gib]', 'aria-invalid'), 'true');
    assert.equal(await page.locator('table').count(), 0);
  });
});

/** Runs in the page: what has the focus, once it is known to be visible. */
function focused() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
    throw new Error(`no outline: ${element.outerHTML}`);
  }
  if (box.right <= 0 || box.bottom <= 0 || box.left >= innerWidth || box.top >= innerHeight) {
    throw new Error(`out of sight: ${element.outerHTML}`);
  }
  return element.name || element.getAttribute('href') || element.type || element.localName;
}

/** Runs in the page: what can be operated down to the button that asks, in the order of the document. */
function focusable() {
  const all = [...document.querySelectorAll('a[href], input, select, textarea, button, summary')]
    .filter((element) => element.type !== 'hidden' && element.checkVisibility());
  return all.slice(0, all.findIndex((element) => element.type === 'submit') + 1).map((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { name: element.name || element.getAttribute('href') || element.type || element.localName, top, bottom };
  });
}

test('tables can be scrolled with the keyboard alone', async () => {
  await visit(PAGES.answer.path, { viewport: SCREENS.small }, async (page) => {
    const table = page.locator('.scroll').first();
    await scrolls(page, table);
  });
});

test('faults are named, marked, and corrected by one click', async () => {
  await visit(PAGES.faults.path, {}, async (page) => {
    assert.equal(await page.locator('[role=alert] li').count(), 7);
    assert.equal(await page.inputValue('[name=model]'), 'qwen2.5-41b');
    assert.equal(await page.inputValue('[name=context]'), '-1');
    assert.equal(await page.inputValue('[name=layers]'), 'x');
    assert.ok(await page.isChecked('[name=quantization][value="9bit"]'));
    assert.equal(await page.getAttribute('[name=context]', 'aria-invalid'), 'true');
    const described = (await page.getAttribute('[name=context]', 'aria-describedby')).split(' ');
    assert.match(await page.textContent(`#${described.at(-1)}`), /16,777,216/);
    await page.click('[role=alert] a[href="#f-context"]');
    assert.equal(new URL(page.url()).hash, '#f-context');
  });
  await visit('/?model=qwen2.5-41b', {}, async (page) => {
    await follow(page, '.meant >> nth=0');
    assert.equal(await page.locator('.pick h2').count(), 1);
  });
});

test('the language changes and the question stays', async () => {
  await visit(PAGES.answer.path, {}, async (page) => {
    await follow(page, 'a[hreflang=fr]');
    assert.equal(await page.getAttribute('html', 'lang'), 'fr');
    assert.match(await page.textContent('.pick'), /0,684/);
    await follow(page, 'a[hreflang=en]');
    assert.match(await page.textContent('.pick'), /\$0\.684/);
  });
});
