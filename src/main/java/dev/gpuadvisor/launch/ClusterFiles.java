package dev.gpuadvisor.launch;

import dev.gpuadvisor.catalog.Market;
import dev.gpuadvisor.catalog.Offer;
import java.util.StringJoiner;

/** For what rents or shares machines by itself. */
record ClusterFiles(Launch launch, Server server, String header) {

  private static final String NL = "\n";

  LaunchFile skypilot() {
    Offer offer = launch.assessment().offer();
    return new LaunchFile(
        "skypilot.yaml",
        "skypilot",
        header
            + "name: "
            + launch.name()
            + NL
            + "resources:"
            + NL
            + "  accelerators: "
            + inSkyPilot(offer.worstCard().id())
            + ":"
            + launch.gpus()
            + "  # SkyPilot may call this card otherwise: sky show-gpus"
            + NL
            + "  ports: "
            + server.port()
            + NL
            + "  use_spot: "
            + (offer.sale().market() == Market.SPOT)
            + NL
            + "envs:"
            + NL
            + "  MODEL: "
            + launch.repository()
            + NL
            + "setup: |"
            + NL
            + "  "
            + server.install()
            + NL
            + "run: |"
            + NL
            + "  "
            + server.shell(0)
            + NL);
  }

  /** {@code H100} for each of its forms, {@code A100-80GB}. */
  private static String inSkyPilot(String card) {
    return card.startsWith("A100_")
        ? card.endsWith("80") ? "A100-80GB" : "A100"
        : card.replaceFirst("_(SXM|PCIE).*", "");
  }

  LaunchFile dstack() {
    return new LaunchFile(
        ".dstack.yml",
        "dstack",
        header
            + "type: service"
            + NL
            + "name: "
            + launch.name()
            + NL
            + "image: "
            + server.image()
            + NL
            + "env:"
            + NL
            + "  - HF_TOKEN"
            + NL
            + "  - MODEL="
            + launch.repository()
            + NL
            + "commands:"
            + NL
            + "  - "
            + server.shell(0)
            + NL
            + "port: "
            + server.port()
            + NL
            + (launch.workers() > 1 ? "replicas: " + launch.workers() + NL : "")
            + "resources:"
            + NL
            + "  gpu:"
            + NL
            + "    memory: "
            + launch.assessment().offer().nominalGb() / launch.assessment().offer().gpus()
            + "GB.."
            + NL
            + "    count: "
            + launch.gpus()
            + NL);
  }

  LaunchFile kubernetes() {
    StringJoiner words = new StringJoiner(", ", "[", "]");
    for (String word : server.command()) {
      words.add("\"" + word.replace(Server.MODEL, "$(MODEL)") + "\"");
    }
    return new LaunchFile(
        "kubernetes.yaml",
        "kubernetes",
        header
            + """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: NAME
            spec:
              replicas: WORKERS
              selector:
                matchLabels: { app: NAME }
              template:
                metadata:
                  labels: { app: NAME }
                spec:
                  containers:
                    - name: server
                      image: IMAGE
                      command: WORDS
                      env:
                        - { name: MODEL, value: "REPOSITORY" }
                      ports: [{ containerPort: PORT }]
                      resources:
                        limits: { VENDOR.com/gpu: GPUS }
                      volumeMounts: [{ name: shm, mountPath: /dev/shm }]
                  volumes:
                    - { name: shm, emptyDir: { medium: Memory } }
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: NAME
            spec:
              selector: { app: NAME }
              ports: [{ port: PORT }]
            """
                .replace("NAME", launch.name())
                .replace("VENDOR", launch.isOnAmd() ? "amd" : "nvidia")
                .replace("WORKERS", String.valueOf(launch.workers()))
                .replace("IMAGE", server.image())
                .replace("WORDS", words.toString())
                .replace("REPOSITORY", launch.repository())
                .replace("PORT", String.valueOf(server.port()))
                .replace("GPUS", String.valueOf(launch.gpus())));
  }
}
