package dev.gpuadvisor.catalog;

/** How many letters apart two names are: insertions, deletions, changes and swaps of neighbours. */
final class EditDistance {

  /** Enough for any name that somebody means; what is longer costs time and matches nothing. */
  private static final int LONGEST = 64;

  private EditDistance() {}

  static int between(String a, String b) {
    String from = a.substring(0, Math.min(a.length(), LONGEST));
    String to = b.substring(0, Math.min(b.length(), LONGEST));
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[to.length()];
  }
}
