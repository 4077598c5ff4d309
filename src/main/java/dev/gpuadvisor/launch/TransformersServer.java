package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.Version;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;

/** The releases that are known ship no server: a program that answers once shows that it runs. */
final class TransformersServer {

  /** The port that a server beside it would have. */
  private static final int PORT = Server.VLLM_PORT;

  /** From here on GPTQModel reads what AutoGPTQ read before (pull request 35012). */
  private static final Version GPTQ_MODEL = new Version(List.of(4, 49));

  /** The first release that knows gpt-oss, with kernels by that package (pull request 39926). */
  private static final String FROM_MXFP4 = ">=4.55";

  private TransformersServer() {}

  static Server of(Launch launch) {
    List<Message> remarks = new ArrayList<>(Server.weights(launch));
    remarks.add(Msg.Launch.noServer());
    String packages = packages(launch);
    return new Server(
        List.of("python", "generate.py"),
        "",
        PORT,
        ("pip install 'transformers" + release(launch) + "' accelerate torch " + packages).strip(),
        remarks);
  }

  private static String release(Launch launch) {
    return launch.format().id().equals("mxfp4")
        ? FROM_MXFP4
        : "==" + launch.runtime().from().dotted() + ".*";
  }

  /** What it asks for when it loads weights of a format, by its quantizers' own checks. */
  private static String packages(Launch launch) {
    return switch (launch.format().id()) {
      case "gptq-int4", "gptq-int8" ->
          "optimum "
              + (launch.runtime().from().compareTo(GPTQ_MODEL) < 0 ? "auto-gptq" : "gptqmodel");
      case "awq" -> "autoawq";
      case "nf4", "int8" -> "bitsandbytes";
      case "w4a16", "w4a16-g32", "nvfp4", "fp8-mxfp4" -> "compressed-tensors";
      case "mxfp4" -> "kernels triton";
      default -> "";
    };
  }
}
