package dev.gpuadvisor.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gpuadvisor.hub.HubSession.Reply;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The look-up of one repository. Its answer is what is known so far: whoever cannot wait for the
 * last of it, the exact size of the weights, has the rest.
 */
final class LookUp implements Closeable {

  private static final String CONFIG = "config.json";
  private static final String QUANTIZATION = "hf_quant_config.json";
  private static final List<String> WEIGHTS =
      List.of(".safetensors", ".bin", ".pt", ".pth", ".gguf");

  private final HubSettings settings;
  private final RepositoryName name;
  private volatile Answer answer = new Failed(Reason.SLOW);
  private volatile HubSession session;
  private volatile boolean closed;

  LookUp(HubSettings settings, RepositoryName name) {
    this.settings = settings;
    this.name = name;
  }

  Answer answer() {
    return answer;
  }

  /** Ends it from outside; its answer stays. */
  @Override
  public void close() {
    closed = true;
    HubSession open = session;
    if (open != null) {
      open.close();
    }
  }

  void run() {
    try (HubSession opened = new HubSession(settings)) {
      session = opened;
      if (!closed) {
        look(opened);
      }
    } catch (LookUpException e) {
      fail(e.reason());
    } catch (InterruptedIOException e) {
      fail(Reason.SLOW);
    } catch (JsonProcessingException e) {
      fail(Reason.UNREADABLE);
    } catch (RuntimeException e) {
      System.err.println("A look-up at the hub failed: " + e); // a fault of ours, not of the hub
      fail(Reason.UNREADABLE);
    } catch (IOException e) {
      fail(Reason.DOWN);
    }
  }

  /** What is known already is not lost. */
  private void fail(Reason reason) {
    if (answer instanceof Failed && !closed) {
      answer = new Failed(reason);
    }
  }

  private void look(HubSession on) throws IOException {
    RepositoryInfo info = info(on);
    Files files = new Files(on, name, info);
    boolean gguf = !info.files(".gguf").isEmpty();
    boolean plain = info.has(CONFIG) && !info.files(".safetensors").isEmpty();
    if (gguf && (!plain || !name.file().isEmpty())) {
      new GgufLookUp(files, found -> answer = found).look();
    } else {
      answer = ofConfig(files);
    }
  }

  private RepositoryInfo info(HubSession on) throws IOException {
    String revision = name.revision().isEmpty() ? "" : "/revision/" + encoded(name.revision());
    Reply reply = on.get("/api/models/" + name.id() + revision + "?blobs=true", 0);
    if (reply.status() != 200) {
      throw new LookUpException(Refusals.ofRepository(reply));
    }
    try (JsonParser json = Json.parser(reply.content())) {
      return RepositoryInfo.read(json);
    }
  }

  /** A branch may have a slash in its name. */
  static String encoded(String revision) {
    return revision.replace("/", "%2F");
  }

  private Answer ofConfig(Files files) throws IOException {
    RepositoryInfo info = files.info();
    if (WEIGHTS.stream().allMatch(end -> info.files(end).isEmpty())) {
      return new Failed(Reason.NO_WEIGHTS);
    }
    if (!info.has(CONFIG)) {
      boolean other = info.has("model_index.json") || Pipelines.isOther(info.pipeline());
      return other ? new NotCovered(info.named(), List.of()) : new Failed(Reason.NO_CONFIG);
    }
    ConfigFields config = files.config(CONFIG).orElseThrow(LookUp::unreadable);
    Optional<ConfigFields> quantization =
        info.has(QUANTIZATION) ? files.config(QUANTIZATION) : Optional.empty();
    ConfiguredLookUp configured = new ConfiguredLookUp(files, config, quantization);
    Answer first = configured.withoutFiles();
    answer = first;
    return configured.withFiles();
  }

  private static LookUpException unreadable() {
    return new LookUpException(Reason.UNREADABLE);
  }
}
