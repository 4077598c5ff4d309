package dev.gpuadvisor.cli;

import dev.gpuadvisor.advice.NoteCode;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What else is to be known of an answer: how it was understood, what to mind, how old prices are.
 */
record NotesView(Page page) {

  private static final int MOST_LISTS = 3;
  private static final Set<String> OBSTACLES =
      Arrays.stream(NoteCode.values())
          .filter(NoteCode::isObstacle)
          .map(NoteCode::id)
          .collect(Collectors.toUnmodifiableSet());
  private static final String DIGITS = "[0-9.,]+";

  /** Why nothing is recommended, where nothing is. */
  void showObstacles(Node answer) {
    if (!answer.at("picks.recommended").isPresent()) {
      answer.at("notes").list().stream()
          .filter(each -> OBSTACLES.contains(each.at("code").text()))
          .forEach(each -> page.text(each.at("text").text()));
    }
  }

  void show(Node answer) {
    boolean picked = !answer.at("picks").isPresent() || answer.at("picks.recommended").isPresent();
    Set<String> notes = new LinkedHashSet<>();
    answer.at("read_as").list().stream()
        .filter(each -> !each.at("meant").text().matches(DIGITS))
        .map(each -> Msg.Cli.readAs(each.at("meant").text(), each.at("written").text()))
        .map(page::write)
        .forEach(notes::add);
    answer.at("notes").list().stream()
        .filter(each -> picked || !OBSTACLES.contains(each.at("code").text()))
        .forEach(each -> notes.add(each.at("text").text()));
    String why = answer.at("assumed.why").text();
    if (!why.isEmpty()) {
      notes.add(page.write(Msg.Cli.said(answer.at("assumed.runtime").text(), why)));
    }
    if (!notes.isEmpty()) {
      page.blank();
      notes.forEach(page::item);
    }
    showSources(answer.at("price_lists").list());
  }

  void showSources(List<Node> lists) {
    if (lists.isEmpty() || lists.size() > MOST_LISTS) {
      return;
    }
    page.blank();
    for (Node list : lists) {
      page.text(source(list));
    }
  }

  private static Message source(Node list) {
    LocalDate first = LocalDate.parse(list.at("as_of").text());
    long age = list.at("age_days").whole();
    String name = list.at("name").text();
    String source = list.at("source").text();
    if (!list.at("last_seen").isPresent()) {
      return Msg.Answer.source(first, age, name, source);
    }
    LocalDate last = LocalDate.parse(list.at("last_seen").text());
    long since = age - ChronoUnit.DAYS.between(first, last);
    return Msg.Answer.sourceRange(last, since, first, name, source);
  }
}
