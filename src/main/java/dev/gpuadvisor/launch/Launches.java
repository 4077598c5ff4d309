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
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operation that starts what another recommends. */
public final class Launches {

  private Launches() {}

  public static Operation<LaunchQuestion> operation(Questions questions) {
    return Operation.get("launch", "/v1/launch", questions.launch(), Launches::answer)
        .orPost()
        .answers("Launch")
        .forExample("model=llama-3.1-8b&runtime=vllm");
  }

  private static Content answer(LaunchQuestion asked, Call call) {
    Recommendation recommendation = Advisor.recommend(asked.question(), call.today());
    Assessment assessment =
        asked
            .offer()
            .map(offer -> named(recommendation, offer))
            .orElseGet(() -> picked(recommendation));
    if (!(asked.question().task() instanceof Workload workload)) {
      throw fault("task", Msg.Launch.noTuning());
    }
    Launch launch = new Launch(assessment, workload);
    Server server = Server.of(launch);
    return Content.json(json -> write(json, launch, server))
        .summarized(() -> List.of(summary(launch, server)));
  }

  private static Assessment picked(Recommendation recommendation) {
    return recommendation
        .picks()
        .recommended()
        .map(pick -> pick.assessment())
        .orElseThrow(() -> fault("model", Msg.Launch.nothing()));
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

  private static Message summary(Launch launch, Server server) {
    String command = server.shell(0).replace('"' + Server.MODEL + '"', launch.repository());
    return Msg.Launch.summary(command, launch.assessment().worker().label());
  }

  private static void write(JsonGenerator json, Launch launch, Server server) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", launch.workload().model().huggingFaceId());
    json.writeStringField("format", launch.format().id());
    json.writeStringField("runtime", launch.runtime().id());
    json.writeStringField("offer", launch.assessment().offer().id());
    json.writeStringField("provider", launch.assessment().offer().provider());
    json.writeNumberField("gpus", launch.gpus());
    Json.number(json, "usd_per_hour", launch.assessment().price().perHour());
    Json.strings(json, "remarks", server.remarks());
    json.writeArrayFieldStart("files");
    for (LaunchFile file : new LaunchFiles(launch, server).all()) {
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
