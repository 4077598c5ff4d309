package dev.gpuadvisor.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gpuadvisor.sizing.RuntimeReason;
import dev.gpuadvisor.sizing.Task;
import dev.gpuadvisor.sizing.Workload;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;

/** Which runtime an answer counts with, and why that one. */
final class AssumedJson {

  private AssumedJson() {}

  static void write(JsonGenerator json, Task task, Texts texts) throws IOException {
    json.writeObjectFieldStart("assumed");
    if (task instanceof Workload workload) {
      json.writeStringField("runtime", workload.runtime().id());
      json.writeStringField("why", texts.write(why(workload.reason())));
    } else {
      json.writeStringField("runtime", "transformers");
      json.writeStringField("why", texts.write(Msg.Assumed.tuning()));
    }
    json.writeEndObject();
  }

  private static Message why(RuntimeReason reason) {
    return switch (reason) {
      case ASKED -> Msg.Assumed.asked();
      case ONE_USER -> Msg.Assumed.oneUser();
      case USERS -> Msg.Assumed.users();
      case LOAD -> Msg.Assumed.load();
      case SPEED -> Msg.Assumed.speed();
      case SEVERAL_GPUS -> Msg.Assumed.severalGpus();
      case FORMAT -> Msg.Assumed.format();
      case GGUF -> Msg.Assumed.gguf();
      case CARD -> Msg.Assumed.card();
      case CACHE -> Msg.Assumed.cache();
      case SETTING -> Msg.Assumed.setting();
    };
  }
}
