package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.catalog.Quantization;
import dev.gpuadvisor.question.EstimateQuestion;
import dev.gpuadvisor.sizing.MemoryEstimate;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a model takes, wherever it runs. */
public final class EstimateMessage {

  private EstimateMessage() {}

  /**
   * @param next the line that asks what to rent for it
   */
  public static SlackMessage of(
      MessageBuilder page, EstimateQuestion asked, Optional<String> next, boolean shared) {
    Quantization format = asked.quantization().format();
    MemoryEstimate memory = asked.task().estimate(format);
    Message headline = Msg.Slack.headlineEstimate(memory.requiredBytes());
    Message sentence =
        Msg.Summary.memory(
            memory.kvCacheBytes(),
            format.id(),
            asked.task().model().huggingFaceId(),
            memory.requiredBytes(),
            memory.weightsBytes());
    page.header(headline, List.of());
    page.section(Spoken.withoutMarkup(page.write(sentence)));
    next.ifPresent(line -> page.ending(MessageBuilder.Ending.NEXT, line));
    List<String> spoken =
        Stream.of(Msg.Slack.spokenHeadline(headline), sentence).map(page::write).toList();
    return page.message(shared, spoken);
  }
}
