package dev.gpuadvisor.slack.line;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Words as they are shortened where people chat, and the ones that are meant. */
final class Shorthand {

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("w", "with"),
          Map.entry("w/", "with"),
          Map.entry("w/o", "without"),
          Map.entry("ppl", "people"),
          Map.entry("hrs", "hours"),
          Map.entry("mins", "minutes"),
          Map.entry("tkns", "tokens"),
          Map.entry("toks", "tokens"),
          Map.entry("conc", "concurrent"),
          Map.entry("bs", "batch"),
          Map.entry("seqlen", "seq"),
          Map.entry("seq_len", "seq"),
          Map.entry("max_seq_length", "seq"),
          Map.entry("max_seq_len", "seq"),
          Map.entry("hr", "hour"),
          Map.entry("//", "parallèle"),
          Map.entry("pr", "pour"),
          Map.entry("ds", "dans"),
          Map.entry("av", "avec"),
          Map.entry("qd", "quand"),
          Map.entry("pers", "personnes"),
          Map.entry("rép", "réponse"),
          Map.entry("approx", "about"));

  static final UnaryOperator<String> WRITTEN_OUT =
      Change.change(
          "(?<![^ (])("
              + String.join(
                  "|", MEANT.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList())
              + ")(?=[ =,.:;?!)]|$)",
          said -> MEANT.get(said.group(1).toLowerCase(Locale.ROOT)));

  private Shorthand() {}
}
