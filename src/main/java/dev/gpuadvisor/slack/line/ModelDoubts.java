package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.lexicon.TypedModels;
import dev.gpuadvisor.lexicon.TypedModels.Found;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;

/** What is said of a name that several models share. */
final class ModelDoubts {

  private static final int MOST_SHOWN = 5;

  private ModelDoubts() {}

  static Doubt took(List<String> words, Found.Taken taken) {
    String word = Doubt.shown(String.join(" ", words));
    String model = taken.model().id();
    String others = String.join(", ", first(taken.others()));
    return new Doubt(
        others.isEmpty()
            ? Msg.Slack.took(model, word)
            : Msg.Slack.tookOfSeveral(model, others, word),
        List.of());
  }

  static Doubt several(List<String> words, List<String> models) {
    String typed = String.join(" ", words);
    String search = Verb.LIST_MODELS.shown() + " " + String.join(" ", TypedModels.parts(typed));
    return new Doubt(
        Msg.Slack.doubtSeveral(Doubt.shown(typed)), first(models), Optional.of(search));
  }

  private static List<String> first(List<String> models) {
    return models.subList(0, Math.min(MOST_SHOWN, models.size()));
  }
}
