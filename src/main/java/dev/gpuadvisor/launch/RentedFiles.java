package dev.gpuadvisor.launch;

import java.util.Optional;
import java.util.StringJoiner;

/** For the provider that the offer is of. */
record RentedFiles(Launch launch, Server server, String header) {

  /** Empty where a shell is all that there is. */
  Optional<LaunchFile> file() {
    return Optional.ofNullable(
        switch (launch.assessment().offer().provider()) {
          case "runpod-serverless" ->
              new LaunchFile("runpod-endpoint.json", "runpod", runpodEndpoint());
          case "runpod-pods", "runpod-community" ->
              new LaunchFile("runpod-pod.json", "runpod", runpodPod());
          case "modal" -> new LaunchFile("modal_app.py", "modal", modal());
          default -> null;
        });
  }

  /** Its workers get requests by a queue unless the endpoint balances load, as a server needs. */
  private String runpodEndpoint() {
    return runpod("\"type\": \"LB\"", "\"workersMin\": 0", "\"workersMax\": 1");
  }

  private String runpodPod() {
    boolean others = launch.assessment().offer().provider().endsWith("community");
    return runpod(
        "\"cloudType\": \"" + (others ? "COMMUNITY" : "SECURE") + "\"",
        "\"ports\": [\"" + server.port() + "/http\"]");
  }

  /**
   * RunPod's REST API takes no comments: what it cannot say stands among the remarks. Nothing is
   * expanded there, so that the model is named in the command.
   *
   * @param own fields of this kind
   */
  private String runpod(String... own) {
    return """
    {
      "name": "NAME",
      OWN,
      "gpuCount": GPUS,
      "gpuTypeIds": [CARDS],
      "imageName": "IMAGE",
      "dockerEntrypoint": ["ENTRY"],
      "dockerStartCmd": [WORDS]
    }
    """
        .replace("NAME", launch.name())
        .replace("OWN", String.join(",\n  ", own))
        .replace("GPUS", String.valueOf(launch.gpus()))
        .replace("CARDS", cards())
        .replace("IMAGE", server.image())
        .replace("ENTRY", server.command().get(0))
        .replace("WORDS", server.quoted(1).replace(Server.MODEL, launch.repository()));
  }

  private String modal() {
    String card = launch.assessment().offer().worstCard().id();
    return header
        + """
        import subprocess

        import modal

        image = modal.Image.from_registry("IMAGE").entrypoint([])
        app = modal.App("NAME", image=image)


        @app.function(gpu="CARD", timeout=3600, scaledown_window=60)
        @modal.web_server(port=PORT, startup_timeout=1800)
        def serve():
            subprocess.Popen([WORDS])
        """
            .replace("IMAGE", server.image())
            .replace("NAME", launch.name())
            .replace("CARD", card + (launch.gpus() > 1 ? ":" + launch.gpus() : ""))
            .replace("PORT", String.valueOf(server.port()))
            .replace("WORDS", server.quoted(0).replace(Server.MODEL, launch.repository()));
  }

  private String cards() {
    StringJoiner cards = new StringJoiner(", ");
    launch.assessment().offer().cards().forEach(card -> cards.add("\"" + card.name() + "\""));
    return cards.toString();
  }
}
