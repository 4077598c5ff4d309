package dev.gpuadvisor.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * What starts a model: for a shell and a container always, and for the place where it is rented.
 */
record LaunchFiles(Launch launch, Server server, String header) {

  private static final String NL = "\n";

  /** What ROCm's containers are given in place of NVIDIA's {@code --gpus}. */
  private static final String AMD_DEVICES =
      "--device /dev/kfd --device /dev/dri --group-add video --security-opt seccomp=unconfined";

  List<LaunchFile> all() {
    List<LaunchFile> files = new ArrayList<>();
    files.add(new LaunchFile("serve.sh", "shell", serve()));
    if (server.command().contains("generate.py")) {
      files.add(new LaunchFile("generate.py", "python", generate()));
      return files;
    }
    files.add(new LaunchFile("docker.sh", "docker", docker()));
    ClusterFiles clusters = new ClusterFiles(launch, server, header);
    files.add(clusters.skypilot());
    files.add(clusters.dstack());
    files.add(clusters.kubernetes());
    new RentedFiles(launch, server, header).file().ifPresent(files::add);
    return files;
  }

  private String serve() {
    return "#!/bin/sh\n"
        + header
        + "set -eu"
        + NL
        + server.install()
        + NL
        + "MODEL="
        + launch.repository()
        + NL
        + "exec "
        + server.shell(0)
        + NL;
  }

  private String docker() {
    return "#!/bin/sh\n"
        + header
        + "MODEL="
        + launch.repository()
        + NL
        + "exec docker run --rm "
        + (launch.isOnAmd() ? AMD_DEVICES : "--gpus all")
        + (" -v \"$HOME/CACHE:/root/CACHE\" ").replace("CACHE", server.cache())
        + server.container()
        + NL;
  }

  private String generate() {
    boolean made = launch.isQuantizedWhenLoaded();
    String how =
        launch.format().id().equals("int8")
            ? "load_in_8bit=True"
            : "load_in_4bit=True, bnb_4bit_quant_type=\"nf4\", bnb_4bit_compute_dtype=\"bfloat16\"";
    return header
        + """
        from transformers import AutoModelForCausalLM, AutoTokenizerIMPORTED

        MODEL = "REPOSITORY"
        tokenizer = AutoTokenizer.from_pretrained(MODEL)
        model = AutoModelForCausalLM.from_pretrained(MODEL, torch_dtype="auto", device_map="auto"MADE)
        inputs = tokenizer("Say hello.", return_tensors="pt").to(model.device)
        print(tokenizer.decode(model.generate(**inputs, max_new_tokens=OUTPUT)[0]))
        """
            .replace("REPOSITORY", launch.repository())
            .replace("IMPORTED", made ? ", BitsAndBytesConfig" : "")
            .replace("MADE", made ? ", quantization_config=BitsAndBytesConfig(" + how + ")" : "")
            .replace("OUTPUT", String.valueOf(launch.workload().tokens().outputTokens()));
  }
}
