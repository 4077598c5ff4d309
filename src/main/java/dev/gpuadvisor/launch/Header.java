package dev.gpuadvisor.launch;

/** The first lines of a file that may have comments. */
final class Header {

  private Header() {}

  /** Where it is meant to run, and what the file cannot say. */
  static String of(Launch launch, Server server) {
    StringBuilder header = new StringBuilder("# ");
    header
        .append(launch.workload().model().huggingFaceId())
        .append(" in ")
        .append(launch.format().id())
        .append(" on ")
        .append(launch.assessment().worker().label())
        .append(" (")
        .append(launch.assessment().offer().provider())
        .append("), ")
        .append(launch.runtime().id())
        .append('\n');
    for (String remark : server.remarks()) {
      header.append("# ").append(remark).append('\n');
    }
    return header.toString();
  }
}
