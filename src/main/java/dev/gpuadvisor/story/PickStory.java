package dev.gpuadvisor.story;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Picks;
import dev.gpuadvisor.advice.Worker;
import dev.gpuadvisor.catalog.Card;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.catalog.PriceList;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of the recommended offer. */
public record PickStory(Story story, Picks.Pick pick) {

  public Assessment assessment() {
    return pick.assessment();
  }

  /** {@code 2 x AMPERE_48}. */
  public String offer() {
    return Wording.workers(assessment());
  }

  /** {@code 8bit (gptq-int8)}. */
  public String format() {
    return Wording.format(assessment().quantization());
  }

  public Message perHour() {
    return Wording.perHour(assessment());
  }

  public Message perMonth() {
    return Wording.perMonth(assessment());
  }

  /** What is to run, in the recommended format. */
  public Message load() {
    return TaskWording.of(story.question(), List.of(assessment().quantization()));
  }

  /** Why it is the pick, in one sentence. */
  public Message reason() {
    return pick.reason();
  }

  /** Empty where no speed is estimated. */
  public Optional<Message> speed() {
    return Wording.speed(assessment());
  }

  /** How fast it learns, and what a run takes: of fine-tuning. */
  public Optional<Message> run() {
    return assessment()
        .learning()
        .flatMap(any -> speed())
        .map(run -> Msg.Slack.spokenRun(offer(), run));
  }

  /** How its price moved; empty where it is not known to have. */
  public Optional<Message> history() {
    Offer offer = assessment().offer();
    return story.question().priceLists().stream()
        .filter(list -> list.provider().equals(offer.provider()))
        .findFirst()
        .flatMap(list -> new HistoryStory(offer, list, story.today()).inShort());
  }

  public MemoryUse memory() {
    return MemoryUse.of(story.recommendation(), assessment());
  }

  /** What to rent, for what, and what it costs. */
  public Message sentence() {
    return Msg.Story.pick(
        format(), perHour(), story.model(), perMonth(), offer(), assessment().offer().provider());
  }

  /** {@code RunPod Serverless · 24 GB · L4 / RTX A5000}: a pool has any of these cards. */
  public Message sold() {
    Worker worker = assessment().worker();
    String cards =
        worker.offer().cards().stream().map(Card::name).collect(Collectors.joining(" / "));
    return Msg.Page.sold(
        worker.gpus() == 1 ? cards : worker.gpus() + " x " + cards,
        worker.nominalGb(),
        provider(worker.offer().provider(), story.question().priceLists()));
  }

  /** As the provider is called; its id where none of the lists is its. */
  static String provider(String id, List<PriceList> lists) {
    return lists.stream()
        .filter(list -> list.provider().equals(id))
        .map(PriceList::name)
        .findFirst()
        .orElse(id);
  }
}
