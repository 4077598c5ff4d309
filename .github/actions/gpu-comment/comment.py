"""Says in a pull request what a changed model or setting means for its GPU and its month. Needs Python 3.8 and nothing else.

Reads both versions of the files from GitHub, so that nothing has to be checked out, and nothing of the pull request is run.
"""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

WORDS = {
    "en": {
        "title": "GPU for", "before": "before", "now": "now", "gpu": "GPU", "format": "weights", "memory": "memory in use",
        "hour": "per hour", "month": "per month", "none": "none", "removed": "The file is gone.", "prices": "Prices of",
        "page": "The whole answer", "refused": "not answered", "no_pick": "nothing fits",
    },
    "fr": {
        "title": "GPU pour", "before": "avant", "now": "maintenant", "gpu": "GPU", "format": "poids", "memory": "mémoire occupée",
        "hour": "par heure", "month": "par mois", "none": "aucun", "removed": "Le fichier n'y est plus.", "prices": "Prix du",
        "page": "La réponse entière", "refused": "sans réponse", "no_pick": "rien ne convient",
    },
}
SECONDS = 20
LONGEST_VALUE = 120
MOST_FILES = 20
PER_PAGE = 100


class Refused(Exception):
    """The advisor says what is wrong with the question."""


class KeepToken(urllib.request.HTTPRedirectHandler):
    """A redirect is not followed: the token is for one host alone."""

    def redirect_request(self, *unused):
        return None


def call(method, url, body=None, headers=None):
    """The status and the bytes of the answer, whatever the status."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"User-Agent": "gpu-advisor-action", **(headers or {})}, method=method)
    if data is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.build_opener(KeepToken).open(request, timeout=SECONDS) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def github(method, path, body=None, accept="application/vnd.github+json"):
    headers = {"Authorization": "Bearer " + os.environ["GITHUB_TOKEN"], "Accept": accept, "X-GitHub-Api-Version": "2022-11-28"}
    return call(method, os.environ.get("GITHUB_API_URL", "https://api.github.com") + path, body, headers)


def file_at(repository, path, commit):
    """The text of a file; None where there is none."""
    status, text = github(
        "GET", "/repos/%s/contents/%s?ref=%s" % (repository, urllib.parse.quote(path), commit), accept="application/vnd.github.raw+json"
    )
    if status == 404:
        return None
    if status != 200:
        sys.exit("::error::GitHub answered %d for %s at %s" % (status, escaped(path), commit))
    return text.decode("utf-8", "replace")


def question(text):
    """The parameters that a file has; None where there is no file."""
    if text is None:
        return None
    if text.lstrip().startswith("{"):
        return json.loads(text)
    found = {}
    for line in text.splitlines():
        line = line.split(" #")[0].strip()
        marks = [line.index(mark) for mark in "=:" if mark in line]
        if line and not line.startswith("#") and line != "---":
            if not marks:
                raise ValueError("a line without a value: " + line)
            found[line[: min(marks)].strip()] = line[min(marks) + 1 :].strip().strip("\"'")
    return found


def ask(base, asked, lang):
    """The answer of the advisor."""
    status, text = call("POST", base + "/v1/recommendations", {**asked, "lang": lang})
    answer = {}
    try:
        answer = json.loads(text)
    except ValueError:
        pass
    if status == 400 and answer.get("errors"):
        raise Refused("; ".join("%s: %s" % (each.get("parameter", ""), each.get("detail", "")) for each in answer["errors"]))
    if status != 200:
        raise Refused(answer.get("detail") or "%s answered %d" % (base, status))
    return answer


def code(value):
    """What somebody wrote, as text that means nothing to Markdown."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(text.split()).replace("`", "'").replace("|", "\\|")
    return "`%s`" % (text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…") if text else ""


def plain(text):
    return " ".join(str(text).split()).replace("|", "\\|").replace("<", "&lt;").replace("@", "@\u200b")


def usd(amount, lang):
    text = "{:,.2f}".format(amount) if amount >= 0.1 else "{:.4f}".format(amount)
    return "$" + text if lang == "en" else text.replace(",", "\u202f").replace(".", ",") + "\u00a0$"


def percent(number, lang):
    return "%s%%" % number if lang == "en" else ("%s\u00a0%%" % number).replace(".", ",")


def side(words, answer, lang):
    """What one version of the file costs, by the head of its row."""
    if answer is None:
        return {}
    if isinstance(answer, Refused):
        return {"gpu": words["refused"] + ": " + plain(answer)}
    pick = answer["picks"]["recommended"]
    if pick is None:
        why = [note["text"] for note in answer.get("notes", [])[:1]]
        return {"gpu": words["no_pick"] + (": " + plain(why[0]) if why else "")}
    units = [str(count) for count in (pick.get("replicas", 1), pick.get("gpus", 1)) if count > 1]
    return {
        "gpu": "**%s** (%s)" % (" × ".join(units + [plain(pick["offer"])]), plain(pick["provider"])),
        "format": plain(pick["format"]),
        "memory": percent(pick["memory_percent"], lang),
        "hour": usd(pick["price"]["usd_per_hour"], lang),
        "month": usd(pick["price"]["usd_per_month"], lang),
    }


def month(answer):
    pick = answer["picks"]["recommended"] if isinstance(answer, dict) else None
    return pick["price"]["usd_per_month"] if pick else None


def change(old, new, lang):
    if not month(old) or month(new) is None:
        return ""
    return " (%s)" % percent("{:+.1f}".format((month(new) / month(old) - 1) * 100), lang)


def table(path, before, now, old, new, lang):
    words = WORDS[lang]
    rows = ["### %s %s" % (words["title"], code(path)), "", "| | %s | %s |" % (words["before"], words["now"]), "|---|---|---|"]
    before_, now_ = before or {}, now or {}
    for name in dict.fromkeys([*before_, *now_]):
        if before_.get(name) != now_.get(name):
            rows.append("| %s | %s | %s |" % (code(name), code(before_.get(name, "")), code(now_.get(name, ""))))
    left, right = side(words, old, lang), side(words, new, lang)
    for name in ("gpu", "format", "memory", "hour", "month"):
        if name in left or name in right:
            more = change(old, new, lang) if name == "month" else ""
            rows.append("| %s | %s | %s%s |" % (words[name], left.get(name, "–"), right.get(name, "–"), more))
    if now is None:
        rows += ["", words["removed"]]
    return rows


def links(base, now, new, lang):
    words = WORDS[lang]
    if not isinstance(new, dict):
        return []
    pick = new["picks"]["recommended"]
    lists = [each["as_of"] for each in new.get("price_lists", []) if pick is None or each["provider"] == pick["provider"]]
    query = urllib.parse.urlencode({**{k: v for k, v in now.items() if isinstance(v, (str, int, float))}, "lang": lang}, doseq=True)
    return [
        "",
        (plain(pick["reason"]) + " " if pick else "")
        + ("%s %s. " % (words["prices"], max(lists)) if lists else "")
        + "[%s](%s/?%s)" % (words["page"], base, query),
    ]


def escaped(text):
    """As a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def existing(repository, number, marker):
    """The comment of an earlier run."""
    page = 1
    while True:
        status, text = github("GET", "/repos/%s/issues/%d/comments?per_page=%d&page=%d" % (repository, number, PER_PAGE, page))
        comments = json.loads(text) if status == 200 else []
        for comment in comments:
            if (comment.get("body") or "").startswith(marker):
                return comment["id"]
        if len(comments) < PER_PAGE:
            return None
        page += 1


def tell(repository, number, marker, body):
    """One comment for each file, which is brought up to date; None as the body takes it away."""
    known = existing(repository, number, marker)
    if body is None:
        return github("DELETE", "/repos/%s/issues/comments/%d" % (repository, known))[0] if known else 204
    if known:
        return github("PATCH", "/repos/%s/issues/comments/%d" % (repository, known), {"body": body})[0]
    return github("POST", "/repos/%s/issues/%d/comments" % (repository, number), {"body": body})[0]


def append(variable, text):
    if os.environ.get(variable):
        with open(os.environ[variable], "a", encoding="utf-8") as out:
            out.write(text + "\n")


def read(path, text, fatal):
    try:
        asked = question(text)
        if asked is not None and not isinstance(asked, dict):
            raise ValueError("not an object")
        return asked
    except ValueError as error:
        if fatal:
            print("::error file=%s::%s" % (escaped(path), escaped(str(error))))
        return Refused(str(error))


def compare(path, event, base, lang):
    """Whether the question changed, and whether all went well."""
    pull = event["pull_request"]
    repository, head = event["repository"]["full_name"], pull["head"]
    status, text = github("GET", "/repos/%s/compare/%s...%s" % (repository, pull["base"]["sha"], head["sha"]))
    common = json.loads(text)["merge_base_commit"]["sha"] if status == 200 else pull["base"]["sha"]
    before = read(path, file_at(repository, path, common), False)
    now = read(path, file_at((head.get("repo") or event["repository"])["full_name"], path, head["sha"]), True)
    marker = "<!-- gpu-advisor: %s -->" % path.replace("-->", "")
    if isinstance(now, Refused):
        return True, False
    if before == now:
        print("%s: nothing changed" % path)
        tell(repository, pull["number"], marker, None)
        return False, True
    answers = []
    for asked in (before, now):
        try:
            answers.append(asked if asked is None or isinstance(asked, Refused) else ask(base, asked, lang))
        except Refused as refused:
            answers.append(refused)
    before = {} if isinstance(before, Refused) else before
    rows = table(path, before, now, *answers, lang) + links(base, now, answers[1], lang)
    append("GITHUB_STEP_SUMMARY", "\n".join(rows))
    told = tell(repository, pull["number"], marker, "\n".join([marker, *rows]))
    if told not in (200, 201, 204):
        print("::warning::GitHub answered %d: the comment is in the summary of this run" % told)
    if isinstance(answers[1], Refused):
        print("::error file=%s::%s" % (escaped(path), escaped(str(answers[1]))))
    return True, not isinstance(answers[1], Refused)


def main():
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as file:
        event = json.load(file)
    if "pull_request" not in event:
        sys.exit("::error::This action is for pull requests")
    base = os.environ["ADVISOR_URL"].rstrip("/")
    lang = os.environ.get("ADVISOR_LANG") or "en"
    if not base.startswith(("https://", "http://")) or lang not in WORDS:
        sys.exit("::error::url must be an address, and lang en or fr")
    paths = [line.strip() for line in os.environ.get("ADVISOR_FILE", "gpu.json").splitlines() if line.strip()]
    results = [compare(path, event, base, lang) for path in paths[:MOST_FILES]]
    append("GITHUB_OUTPUT", "changed=" + str(any(changed for changed, _ in results)).lower())
    if not all(well for _, well in results):
        sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit("::error::no answer: " + escaped(str(error)))
