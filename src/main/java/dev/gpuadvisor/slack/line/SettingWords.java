package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** Takes the words {@code name=value} out of a line. */
record SettingWords(Verb verb, Arguments arguments, List<Doubt> doubts, List<Doubt> remarks) {

  private static final int MOST_SUGGESTIONS = 3;

  /** Whether the word is of that form; what it says has then been noted. */
  boolean take(String word) {
    int end = word.indexOf('=');
    boolean named = end > 0;
    if (!named) {
      end = word.indexOf(':'); // a colon also stands in names: only what is known counts
      named = end > 0 && Setting.named(word.substring(0, end)).isPresent();
    }
    if (named) {
      read(word, word.substring(0, end), word.substring(end + 1));
    }
    return named;
  }

  private void read(String word, String name, String value) {
    Optional<Setting> setting = Setting.named(name);
    if (setting.isEmpty()) {
      unknown(word, name);
      return;
    }
    List<Setting.Given> given = setting.get().reading().apply(value);
    if (given.isEmpty()) {
      List<String> meant = List.of(name + "=" + value + "/h", name + "=" + value + "/mo");
      remarks.add(Doubt.about(word, Msg.Slack::doubtUnit, value.isEmpty() ? List.of() : meant));
    } else if (!verb.parameters().contains(given.get(0).parameter())) {
      Message what = Msg.Slack.doubtNotHere(verb.shown(), Doubt.shown(word));
      remarks.add(new Doubt(what, List.of()));
    } else {
      given.forEach(each -> arguments.add(each.parameter().name(), each.text()));
    }
  }

  /** A setting that may have been about the model's load is missed; another one is left out. */
  private void unknown(String word, String name) {
    List<String> near = Suggestions.names(name, Setting.allNames());
    boolean shapes =
        near.stream().anyMatch(other -> Setting.named(other).orElseThrow().shapesWorkload());
    List<String> meant = near.stream().limit(MOST_SUGGESTIONS).map(other -> other + "=").toList();
    if (shapes) {
      doubts.add(Doubt.about(word, Msg.Slack::doubtUnknown, meant));
    } else {
      remarks.add(Doubt.about(word, Msg.Slack::doubtWord, meant));
    }
  }
}
