package dev.gpuadvisor.slack.message;

import dev.gpuadvisor.advice.FormatNotes;
import dev.gpuadvisor.advice.LaidOut;
import dev.gpuadvisor.advice.Misfit;
import dev.gpuadvisor.advice.Note;
import dev.gpuadvisor.advice.NoteCode;
import dev.gpuadvisor.advice.ServedNotes;
import dev.gpuadvisor.advice.TaskNotes;
import dev.gpuadvisor.advice.VllmNotes;
import dev.gpuadvisor.advice.load.Load;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Fitting;
import dev.gpuadvisor.sizing.LlamaCpp;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.sizing.speed.SpeedEstimate;
import dev.gpuadvisor.story.HardwareLoad;
import dev.gpuadvisor.story.HardwareRun;
import dev.gpuadvisor.story.PickStory;
import dev.gpuadvisor.story.Story;
import dev.gpuadvisor.story.TaskWording;
import dev.gpuadvisor.story.Wording;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a model runs on hardware that was named, and how much room that leaves.
 *
 * @param more the same on several of the cards, where one is too small
 * @param load that it is to carry
 * @param rented what to rent it by for that load, where it can be
 * @param told how the line was understood
 * @param again the line that asks the same
 */
public record FitMessage(
    MessageBuilder page,
    LaidOut laid,
    Optional<LaidOut> more,
    Optional<Load> load,
    Optional<Story> rented,
    List<Note> told,
    Optional<String> again) {

  private static final int BAR_LENGTH = 10;
  private static final Set<NoteCode> TOLD =
      Set.of(NoteCode.CONTEXT_BEYOND_MODEL, NoteCode.FULL_CONTEXTS);

  public SlackMessage message(boolean shared) {
    Message headline = headline();
    page.header(headline, List.of());
    Fitting fitting = laid.fitting();
    Message memory =
        Msg.Memory.use(fitting.memoryPercent(), fitting.requiredBytes(), fitting.usableBytes());
    List<Message> facts = new ArrayList<>();
    if (fitting.fit() == Fit.NO) {
      facts.add(Misfit.why(fitting, laid.hardware()));
    }
    more.map(FitMessage::onMore).ifPresent(facts::add);
    room().ifPresent(facts::add);
    laid.speed().map(FitMessage::speed).ifPresent(facts::add);
    laid.carrying(load)
        .map(worker -> new HardwareLoad(laid, worker).sentences())
        .ifPresent(facts::addAll);
    rented.flatMap(Story::pick).map(FitMessage::rented).ifPresent(facts::add);
    onHost().ifPresent(facts::add);
    HardwareRun run = new HardwareRun(laid);
    run.speed().ifPresent(facts::add);
    run.toFit().ifPresent(facts::add);
    notes().forEach(facts::add);
    String bar = "`" + TextBar.of(fitting.memoryPercent(), BAR_LENGTH) + "` ";
    page.section(
        Stream.concat(
                Stream.of(
                    bar + page.write(memory),
                    page.write(TaskWording.of(laid.task(), Wording.format(laid.quantization())))),
                facts.stream().map(page::write).map(Spoken::withoutMarkup))
            .toArray(String[]::new));
    again.ifPresent(line -> page.ending(MessageBuilder.Ending.AGAIN, line));
    List<Message> spoken = new ArrayList<>();
    spoken.add(Msg.Slack.spokenHeadline(headline));
    spoken.add(Msg.Slack.spokenMemory(memory));
    spoken.addAll(facts);
    return page.message(shared, spoken.stream().map(page::write).toList());
  }

  private Message headline() {
    String model = Spoken.withoutMarkup(laid.task().model().huggingFaceId());
    return switch (laid.fitting().fit()) {
      case COMFORTABLE -> Msg.Slack.headlineFits(laid.label(), model);
      case TIGHT -> Msg.Slack.headlineTight(laid.label(), model);
      case NO -> Msg.Slack.headlineMisfit(laid.label(), model);
    };
  }

  private boolean generates() {
    return laid.task() instanceof Workload workload && workload.generates();
  }

  /** How far it could grow; where only the length is too much, how long it may be. */
  private Optional<Message> room() {
    int longest = laid.fitting().largestContext();
    if (!generates() || longest == 0) {
      return Optional.empty();
    }
    int sequences = laid.fitting().largestConcurrency();
    return Optional.of(
        sequences == 0 ? Msg.Slack.roomForContext(longest) : Msg.Slack.room(longest, sequences));
  }

  private static Message onMore(LaidOut more) {
    return Msg.Slack.fitOnMore(Wording.format(more.quantization()), more.label());
  }

  /** What llama.cpp leaves to the host, where not all of it lies on the GPU. */
  private Optional<Message> onHost() {
    return LlamaCpp.memory(laid.task(), laid.quantization().format(), laid.hardware().gpus())
        .filter(
            memory ->
                memory.gpuLayers() < memory.layers()
                    || LlamaCpp.hostShareOfWeights((Workload) laid.task()) > 0)
        .map(
            memory -> Msg.Slack.fitOnHost(memory.modelHost(), memory.gpuLayers(), memory.layers()));
  }

  private static Message rented(PickStory pick) {
    String provider = pick.assessment().offer().provider();
    return Msg.Slack.fitRented(pick.perMonth(), provider, pick.offer());
  }

  private static Message speed(SpeedEstimate speed) {
    return Msg.Slack.fitSpeed(
        BigDecimal.valueOf(speed.perSecond().low()).setScale(1, RoundingMode.HALF_UP));
  }

  private List<Message> notes() {
    return Stream.of(
            told.stream(),
            TaskNotes.of(laid.task()).stream()
                .filter(note -> TOLD.contains(note.code()) && generates()),
            FormatNotes.of(laid.task(), laid.quantization(), List.of(laid.hardware().worstCard()))
                .stream(),
            VllmNotes.layout(laid.task(), laid.quantization(), laid.fitting()).stream(),
            ServedNotes.of(laid.task(), laid.quantization(), laid.hardware(), laid.speed())
                .stream())
        .flatMap(notes -> notes)
        .map(Note::text)
        .toList();
  }
}
