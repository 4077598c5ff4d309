package dev.gpuadvisor.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gpuadvisor.function.testing.FunctionProcess;
import dev.gpuadvisor.function.testing.HostileEvents;
import dev.gpuadvisor.function.testing.Request;
import dev.gpuadvisor.function.testing.ScriptedRuntime;
import dev.gpuadvisor.http.ApiRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The native function, asked as Lambda asks it; every fifth event is no event at all. */
final class SoakedFunction implements SoakedDoor {

  private static final int EVENTS_EVERY = 5;

  private final ScriptedRuntime runtime = new ScriptedRuntime();
  private final HostileEvents events = new HostileEvents(1);
  private final FunctionProcess function;
  private long asked;

  private SoakedFunction(Path executable) throws IOException {
    function = FunctionProcess.start(executable, runtime.address(), SETTINGS);
  }

  static SoakedFunction start(Path functionZip) throws IOException {
    Path folder = Files.createTempDirectory("soak");
    return new SoakedFunction(FunctionProcess.unzip(functionZip, folder));
  }

  @Override
  public int status(ApiRequest request) throws IOException {
    asked++;
    byte[] event = asked % EVENTS_EVERY == 0 ? events.next() : event(request);
    Request posted = runtime.invoke("soak-" + asked, event);
    if (!function.isAlive()) {
      throw new IOException("the function has ended");
    }
    if (!posted.call().endsWith("/response")) {
      throw new IOException("no answer but " + posted.call() + ": " + posted.text());
    }
    return Asking.MAPPER.readTree(posted.body()).path("statusCode").asInt();
  }

  private static byte[] event(ApiRequest request) throws IOException {
    ObjectNode event = Asking.MAPPER.createObjectNode();
    event.put("version", "2.0").put("routeKey", request.routeKey());
    event.put("rawQueryString", carried(request.rawQuery()));
    ObjectNode headers = event.putObject("headers");
    request.headers().forEach((name, value) -> headers.put(name, carried(value)));
    ObjectNode parameters = event.putObject("pathParameters");
    request.pathParameters().forEach((name, value) -> parameters.put(name, carried(value)));
    event.put("isBase64Encoded", true);
    event.put("body", Base64.getEncoder().encodeToString(request.body()));
    event.put("routeKey", carried(request.routeKey()));
    return Asking.MAPPER.writeValueAsBytes(event);
  }

  /** Halves of pairs do not get through UTF-8. */
  private static String carried(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  @Override
  public long residentKib() throws IOException {
    return function.status("VmRSS");
  }

  @Override
  public void close() {
    function.close();
    runtime.close();
  }
}
