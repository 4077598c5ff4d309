// What is looked at, and on which screens.

/** What other branches bring is looked at where it is; once in main, its lack is a fault: set it to true. */
export const REPORT_IS_REQUIRED = true;
export const ALL_PROVIDERS_ARE_REQUIRED = true;

export const LANGUAGES = ['en', 'fr'];
export const SCREENS = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  small: { width: 320, height: 640 },
};

const QUESTION = 'model=qwen2.5-14b&quantization=8bit&quantization=4bit&current=A10G&current_price_per_hour=1.00';

/** Path and status by name. */
export const PAGES = {
  start: { path: '/?', status: 200 },
  answer: { path: `/?${QUESTION}`, status: 200 },
  nothing: { path: '/?model=deepseek-v3', status: 200 },
  several: { path: '/?model=llama-3.1-70b&quantization=4bit&runtime=vllm&max_gpus=4', status: 200 },
  tuning: { path: '/?model=llama-3.1-8b&task=qlora', status: 200 },
  faults: { path: '/?model=qwen2.5-41b&context=-1&quantisation=8bit&quantization=9bit&current=A10G&layers=x', status: 400 },
  offers: { path: '/offers?', status: 200 },
  listed: { path: '/offers?min_memory_gib=80&provider=runpod-serverless&provider=aws-ec2', status: 200 },
  unlisted: { path: '/offers?min_memory_gib=99999', status: 200 },
  misspelt: { path: '/offers?min_memory_gib=-1&provider=awss&market=bar&sort=nicest', status: 400 },
  models: { path: '/models?', status: 200 },
  running: { path: '/models?card=RTX_4090&context=8192', status: 200 },
  unknown: { path: '/models?card=RTX_4091&context=x', status: 400 },
};

export const REPORT = { path: `/v1/report?${QUESTION}&format=html`, status: 200 };
export const ALL_PROVIDERS = { path: `/?${QUESTION}&provider=all`, status: 200 };

/** The pages that there are: those of others only where they are, or must be. */
export async function pagesOf(base) {
  const pages = { ...PAGES };
  const there = async ({ path }, missing) => (await fetch(base + path)).status !== missing;
  if (REPORT_IS_REQUIRED || (await there(REPORT, 404))) {
    pages.report = REPORT;
  }
  if (ALL_PROVIDERS_ARE_REQUIRED || (await there(ALL_PROVIDERS, 400))) {
    pages.all = ALL_PROVIDERS;
  }
  return pages;
}
