package dev.gpuadvisor.launch;

import java.util.Locale;
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
          case "aws-ec2" -> new Terraform(launch, server, header).aws();
          case "gcp-compute-engine" -> new Terraform(launch, server, header).google();
          case "hf-inference-endpoints" ->
              new LaunchFile("hf_endpoint.py", "huggingface", endpoint());
          case "modal" -> new LaunchFile("modal_app.py", "modal", modal());
          default -> null;
        });
  }

  /** Its workers get requests by a queue unless the endpoint balances load, as a server needs. */
  private String runpodEndpoint() {
    return runpod(
        "\"type\": \"LB\"",
        "\"workersMin\": " + launch.kept(),
        "\"workersMax\": " + launch.workers());
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

  /** {@code hf-aws-l40s-x4}: where it runs, on which machine, how large. */
  private String endpoint() {
    String[] machine = launch.assessment().offer().id().split("-");
    return header
        + """
        # pip install huggingface_hub==2.4.0
        from huggingface_hub import create_inference_endpoint

        endpoint = create_inference_endpoint(
            "NAME",
            repository="REPOSITORY",
            framework="pytorch",
            task="text-generation",
            vendor="VENDOR",
            region="REGION",  # another one: list_inference_endpoints_hardware()
            accelerator="gpu",
            instance_type="nvidia-TYPE",
            instance_size="SIZE",
            min_replica=KEPT,
            max_replica=WORKERS,
            scale_to_zero_timeout=15,
            custom_image={"url": "IMAGE", "port": PORT, "health_route": "/health"},
            container_command=["ENTRY"],
            container_args=[WORDS],
            type="authenticated",
        )
        print(endpoint.wait().url)
        """
            .replace("WORKERS", String.valueOf(launch.workers()))
            .replace("KEPT", String.valueOf(launch.kept()))
            .replace("VENDOR", machine[1])
            .replace("REGION", machine[1].equals("aws") ? "us-east-1" : "us-east4")
            .replace("TYPE", machine[2])
            .replace("SIZE", machine[3])
            .replace("NAME", launch.name())
            .replace("IMAGE", server.image())
            .replace("PORT", String.valueOf(server.port()))
            .replace("ENTRY", server.command().get(0))
            .replace("REPOSITORY", launch.repository())
            .replace("WORDS", server.quoted(1).replace(Server.MODEL, launch.repository()));
  }

  private String modal() {
    String id = launch.assessment().offer().id();
    String card = id.substring(id.indexOf('-') + 1).toUpperCase(Locale.ROOT); // modal-a100-80gb
    return header
        + """
        import subprocess

        import modal

        image = modal.Image.from_registry("IMAGE").entrypoint([])
        app = modal.App("NAME", image=image)


        @app.function(gpu="CARD", timeout=3600, scaledown_window=60, CONTAINERS)
        @modal.web_server(port=PORT, startup_timeout=1800)
        def serve():
            subprocess.Popen([WORDS])
        """
            .replace("IMAGE", server.image())
            .replace("NAME", launch.name())
            .replace("CONTAINERS", containers())
            .replace("CARD", card + (launch.gpus() > 1 ? ":" + launch.gpus() : ""))
            .replace("PORT", String.valueOf(server.port()))
            .replace("WORDS", server.quoted(0).replace(Server.MODEL, launch.repository()));
  }

  private String containers() {
    String most = "max_containers=" + launch.workers();
    return launch.kept() == 0 ? most : "min_containers=" + launch.kept() + ", " + most;
  }

  private String cards() {
    StringJoiner cards = new StringJoiner(", ");
    launch.assessment().offer().cards().forEach(card -> cards.add("\"" + card.name() + "\""));
    return cards.toString();
  }
}
