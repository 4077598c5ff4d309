package dev.gpuadvisor.slack.line;

import static dev.gpuadvisor.slack.line.Change.change;
import static dev.gpuadvisor.slack.line.Change.exactly;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was not typed: addresses and emoji as Slack sends them, command lines, what tools print. */
final class PastedText {

  private static final String QUOTES = "['\"‘’“”]*";

  /** {@code --limit-mm-per-prompt '{"image": 0, "video": 0}'}: whoever allows none wants text. */
  private static final String NO_IMAGES =
      ("--limit[-_]mm[-_]per[-_]prompt[ =](?=[^-]*image)(?=[^-]*video)Q\\{?"
              + "(?:[ ,]*Q(?:image|video|audio)Q ?[:=] ?0(?![0-9]))+"
              + "(?: ?\\}Q|(?![ ,]*Q[a-z]+Q ?[:=]))")
          .replace("Q", QUOTES);

  static final List<UnaryOperator<String>> CHANGES =
      List.of(
          exactly("<(https?://[^>| ]+)(?:\\|[^>]*)?>", "$1"),
          exactly("(?<![^ ]):[a-z][a-z0-9_+-]+:(?![^ :])", " "),
          exactly("(?<![^ ])(?:python3? -m vllm\\.[^ ]+|vllm/vllm-openai[^ ]*) ?", "vllm "),
          exactly("(?<![^ ])python3? -m sglang\\.[^ ]+ ?", "sglang "),
          exactly(NO_IMAGES, "--language-model-only"),
          exactly("(?<![^ ])(?:-m|-hf|--model|--model-path|--hf-repo|--model-id)[ =]", ""),
          // A name of Ollama's library is a tag.
          change("(?<![^ ])ollama (?:run|pull|serve) ([a-z][^ :/]+)(?![^ ])", "$1:latest"),
          // As nvidia-smi -L numbers its lines.
          change("(?<![^ ])gpu [0-9]{1,2}: (?=[a-z])|\\(uuid: ?[^)]*\\)", ""),
          change(
              "(?<![^ ])(?:my |our |the )?(?:output of )?nvidia-smi(?: -l)?(?: output)?(?: (?:says|shows|reports|prints|gives|lists|dit|affiche))?[: ]*",
              ""),
          // What a program prints before it gives up.
          change(
              "(?<![^ ])(?:says?|said|error|errors? out|message|logs?|prints?|throws|fails with"
                  + "|dit|affiche|erreur)[: ]*[\"“”«`']+[^\"“”»`0-9]{10,200}[\"“”»`]+",
              " "),
          // What its driver reports is known of a card.
          change("(?<=[a-z0-9])[ ,]+[0-9]{4,6} ?mib(?: total)?(?![a-z])", ""),
          change(
              "(?<![^ ])(nvidia [a-z0-9][a-z0-9 -]{1,40}?)((?:[ ,]+\\1)+)(?![a-z0-9-])",
              PastedText::together));

  private PastedText() {}

  /** Lines of one card each: so many of it. */
  private static String together(MatchResult said) {
    String name = said.group(1);
    int more = said.group(2).split(Pattern.quote(name), -1).length - 1;
    return more + 1 + "x " + name;
  }
}
