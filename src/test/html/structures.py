"""Of many pages one of each structure: the validator takes a tenth of a second for each, and hundreds of models differ
in words and numbers only. Prints the paths. Usage: structures.py FOLDER"""
import pathlib
import re
import sys

WORDS = re.compile(r'[^\W_]+')
ELEMENTS = re.compile(r'<[^>]*>')
ROWS = re.compile(r'(<(tr|li|p|g|dt|section|option)\b(?:(?!<\2\b).)*?</\2>\s*)\1+', re.S)


def structure(page):
    """What a page's validity can depend on: its elements, their attributes, the signs in values and texts."""
    texts = re.sub(r'>[^<]*<', lambda text: '>&<' if '&' in text[0] else '><', page)
    return ROWS.sub(r'\1', ELEMENTS.sub(values, texts))


def values(element):
    return re.sub(r'"[^"]*"', lambda value: '"' + ''.join(sorted(set(WORDS.sub('a', value[0])))) + '"', element[0])


if __name__ == '__main__':
    seen = {}
    for path in sorted(pathlib.Path(sys.argv[1]).rglob('*.html')):
        seen.setdefault(structure(path.read_text()), path)
    print(*seen.values(), sep='\n')
