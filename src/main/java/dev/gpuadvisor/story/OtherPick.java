package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.Optional;

/**
 * A pick besides the recommended one.
 *
 * @param detail the offer, where there is one that is not the recommended one
 * @param text why it is the pick, or why there is nothing to say
 */
public record OtherPick(Kind kind, Optional<Detail> detail, Message text) {

  /** Which pick it is. */
  public enum Kind {
    BUDGET,
    HEADROOM;

    public Message title() {
      return this == BUDGET ? Msg.Answer.budget() : Msg.Answer.headroom();
    }

    private Message none() {
      return this == BUDGET ? Msg.Answer.budgetNone() : Msg.Answer.headroomNone();
    }
  }

  /** An offer with its format and price. */
  public record Detail(String offer, String format, Message perHour, Message perMonth) {}

  static OtherPick of(Kind kind, Optional<Picks.Pick> pick, Story story) {
    if (pick.isEmpty()) {
      return new OtherPick(kind, Optional.empty(), kind.none());
    }
    Assessment assessment = pick.get().assessment();
    if (story.recommendation().picks().recommend(assessment)) {
      return new OtherPick(kind, Optional.empty(), Msg.Answer.theSame());
    }
    Detail detail =
        new Detail(
            Wording.workers(assessment),
            Wording.format(assessment.quantization()),
            Wording.perHour(assessment),
            Wording.perMonth(assessment));
    return new OtherPick(kind, Optional.of(detail), pick.get().reason());
  }
}
