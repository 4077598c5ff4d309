package dev.gpuadvisor.slack.line;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Words as they are shortened where people chat, and the ones that are meant. */
final class Shorthand {

  private static final Phrases MEANT =
      Phrases.of(
          """
          with: w, w/
          without: w/o
          people: ppl
          hours: hrs
          minutes: mins
          tokens: tkns, toks
          concurrent: conc
          batch: bs
          seq: seqlen, seq_len, max_seq_length, max_seq_len
          hour: hr
          parallèle: //
          pour: pr
          dans: ds
          avec: av
          quand: qd
          personnes: pers
          réponse: rép
          about: approx
          """);

  static final UnaryOperator<String> WRITTEN_OUT =
      Change.change(
          "(?<![^ (])("
              + String.join("|", MEANT.phrases().sorted((a, b) -> b.length() - a.length()).toList())
              + ")(?=[ =,.:;?!)]|$)",
          said -> MEANT.meaning(said.group(1).toLowerCase(Locale.ROOT)).orElseThrow());

  private Shorthand() {}
}
