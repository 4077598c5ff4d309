package dev.gpuadvisor.launch;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.advice.Advisor;
import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.advice.Recommendation;
import dev.gpuadvisor.catalog.Offer;
import dev.gpuadvisor.operation.Call;
import dev.gpuadvisor.operation.Content;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.problem.Fault;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.question.LaunchQuestion;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.sizing.Fit;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Tuning;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operation that starts what another recommends. */
public final class Launches {

  private Launches() {}

  public static Operation<?> operation(Questions questions) {
    return Operation.get("launch", "/v1/launch", questions.launch(), Launches::answer)
        .orPost()
        .answers("Launch")
        .forExample("model=llama-3.1-8b&runtime=vllm")
        .orFields(questions);
  }

  private static Content answer(LaunchQuestion asked, Call call) {
    Started started = start(asked, call.today(), call.texts());
    return call.json(json -> write(json, started, call.texts()))
        .summarized(() -> List.of(summary(started)));
  }

  /**
   * What starts the answer to a question.
   *
   * @throws ProblemException where there is none
   */
  public static Started start(LaunchQuestion asked, LocalDate today, Texts texts) {
    Recommendation recommendation = Advisor.recommend(asked.question(), today);
    return asked
        .offer()
        .map(offer -> started(recommendation, named(recommendation, offer), texts))
        .or(() -> start(recommendation, texts))
        .orElseThrow(() -> fault("model", Msg.Launch.nothing()));
  }

  /** What starts what is recommended; empty where nothing is. */
  public static Optional<Started> start(Recommendation recommendation, Texts texts) {
    return recommendation
        .picks()
        .recommended()
        .map(pick -> started(recommendation, pick.assessment(), texts));
  }

  private static Started started(
      Recommendation recommendation, Assessment assessment, Texts texts) {
    Task task = recommendation.question().task();
    return task instanceof Tuning tuning
        ? learning(assessment, tuning, texts)
        : serving(assessment, (Workload) task, texts);
  }

  private static Started serving(Assessment assessment, Workload workload, Texts texts) {
    Launch launch = new Launch(assessment, workload);
    Server server = Server.of(launch);
    String command = server.shellOf(launch.repository());
    String runtime = launch.runtime().id();
    List<Message> remarks = new ArrayList<>(server.remarks());
    if (launch.workers() > 1) {
      remarks.add(Msg.Launch.workers(launch.workers()));
    }
    String header = Header.of(assessment, workload.model(), runtime, remarks, texts);
    return new Started(
        assessment,
        workload.model(),
        runtime,
        command,
        server.install() + "\n" + command,
        remarks,
        new LaunchFiles(launch, server, header).all());
  }

  private static Started learning(Assessment assessment, Tuning tuning, Texts texts) {
    Learning run = new Learning(assessment, tuning);
    String how = Json.name(tuning.method());
    String header = Header.of(assessment, tuning.model(), how, run.remarks(), texts);
    TrainerFiles files = new TrainerFiles(run, header);
    return new Started(
        assessment,
        tuning.model(),
        "transformers",
        files.command(),
        files.configuration(),
        run.remarks(),
        files.all());
  }

  /** In the best quality that fits there. */
  private static Assessment named(Recommendation recommendation, Offer offer) {
    Optional<Assessment> fitting =
        recommendation.assessments().stream()
            .filter(each -> each.offer().equals(offer) && each.fitting().fit() != Fit.NO)
            .max(Comparator.comparing(each -> each.quantization().format().quality()));
    return fitting.orElseThrow(() -> fault("offer", Msg.Launch.doesNotFit(offer.id())));
  }

  private static ProblemException fault(String parameter, Message detail) {
    return new ProblemException(Problem.invalid(List.of(Fault.of(parameter, "", detail))));
  }

  private static Message summary(Started started) {
    return Msg.Launch.summary(started.command(), started.assessment().worker().label());
  }

  private static void write(JsonGenerator json, Started started, Texts texts) throws IOException {
    Assessment assessment = started.assessment();
    json.writeStartObject();
    json.writeStringField("model", started.model().huggingFaceId());
    json.writeStringField("format", assessment.quantization().format().id());
    json.writeStringField("runtime", started.runtime());
    json.writeStringField("offer", assessment.offer().id());
    json.writeStringField("provider", assessment.offer().provider());
    json.writeNumberField("gpus", assessment.worker().gpus());
    if (assessment.plan().isPresent()) {
      json.writeNumberField("replicas", assessment.plan().get().replicas());
    }
    Json.number(json, "usd_per_hour", assessment.price().perHour());
    Json.strings(json, "remarks", started.remarks().stream().map(texts::write).toList());
    json.writeArrayFieldStart("files");
    for (LaunchFile file : started.files()) {
      json.writeStartObject();
      json.writeStringField("name", file.name());
      json.writeStringField("tool", file.tool());
      json.writeStringField("text", file.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
