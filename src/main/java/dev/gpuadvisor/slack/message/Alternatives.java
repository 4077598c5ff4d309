package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.story.FallbackStory;
import dev.gpuadvisor.story.OtherPick;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.SavingStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is besides the recommended offer: cheaper, roomier, what to try next, what runs now.
 */
record Alternatives(MessageBuilder page, Story story, PickStory pick) {

  void write() {
    List<String> columns = new ArrayList<>(story.otherPicks().stream().map(this::column).toList());
    columns.add(fallbacks(story.fallbacks()));
    page.add(new Block.Columns(columns));
    story.saving().ifPresent(this::saving);
    story.breakEven().ifPresent(each -> page.section(page.write(each)));
  }

  private String column(OtherPick other) {
    String title = "*" + page.write(other.kind().title()) + "*\n";
    String text = page.write(other.text());
    return other.detail().map(detail -> title + what(detail) + "\n" + text).orElse(title + text);
  }

  private String what(OtherPick.Detail detail) {
    return page.write(
        Msg.Slack.pick(detail.format(), detail.perHour(), detail.perMonth(), detail.offer()));
  }

  private void saving(SavingStory saving) {
    String changes =
        saving.changes().stream()
            .map(change -> "• " + page.write(change))
            .collect(Collectors.joining("\n"));
    Message whole = Msg.Slack.saving(saving.amounts(), saving.sentence());
    page.section(page.write(whole), changes);
  }

  private String fallbacks(List<FallbackStory> fallbacks) {
    String chain =
        fallbacks.stream()
            .map(each -> each.offer() + " " + page.write(each.difference()))
            .collect(Collectors.joining("\n"));
    return page.write(
        fallbacks.isEmpty()
            ? Msg.Slack.noFallbacks(pick.offer())
            : Msg.Slack.fallbacks(chain, pick.offer()));
  }
}
