package dev.gpuadvisor.slack.line;

import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What says that something does not run all the time, and not for how long it does. */
final class PartTime {

  private static final Phrases SAID =
      Phrases.like(
          """
          (nothing|nobody|off|idle|down|closed|quiet|stopped|dead|zero|no (traffic|load|use|users|one|requests)) (at|during|over|by|on) (the )?(night|nights|weekend|weekends),
          (almost|mostly|nearly|switched|turned) (nothing|idle|off|down|dead) (at|during|over|by|on) (the )?(night|nights|weekend|weekends),
          (not|never) (used |running |needed )?(at|during|over|by|on) (the )?(night|nights|weekend|weekends),
          (just|only) (at |on |during |over )?(the )?(nights|weekends), during the day( only)?, (in |during )?(the )?daytime only,
          (a |some )?(few|couple of|couple) (hours|days|evenings|nights|afternoons|mornings|times) (a|per|each|every) (day|week|month|night),
          (some|most) (evenings|nights|days|mornings|afternoons), part(-| )time,
          (rien|personne|pas|éteint|éteinte|coupé|coupée|arrêté|arrêtée|fermé) (la nuit|les nuits|le soir|le week-end|les week-ends|le weekend),
          (pas utilisé|pas utilisée|aucun trafic|pas de trafic) (la nuit|les nuits|le soir|le week-end|les week-ends),
          ((is |sits )?(idle|unused|used|busy|running) )?(half|most)( of)? the time, la moitié du temps,
          quelques (heures|jours|soirs|soirées|nuits|fois) par (jour|semaine|mois), (à )?temps partiel, en journée( seulement| uniquement)?\
          """);

  private static final Pattern HOURS =
      Pattern.compile("[0-9] ?h(?:rs?|ours?|eures?)? ?(?:/|an? |per |par |each |every )");

  private PartTime() {}

  /** Taken out of a line that says the hours besides. */
  static Optional<Doubt> of(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      int length = SAID.length(words, at);
      if (length > 0) {
        List<String> said = words.subList(at, at + length);
        if (!saysHours(words)) {
          return Optional.of(
              Doubt.about(
                  String.join(" ", said),
                  Msg.Slack::doubtPartTime,
                  List.of("hours=12h/day", "hours=40h/week")));
        }
        if (!said.get(0).matches("(?i)just|only")) { // whose days are counted
          said.clear();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean saysHours(List<String> words) {
    return words.stream().anyMatch(word -> word.startsWith("hours="))
        || HOURS.matcher(PhraseWords.lower(String.join(" ", words))).find()
        || IntStream.range(0, words.size())
            .anyMatch(at -> WorkingHours.of(words.subList(at, words.size())).isPresent());
  }
}
