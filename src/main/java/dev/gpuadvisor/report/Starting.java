package dev.gpuadvisor.report;

import dev.gpuadvisor.launch.LaunchFile;
import dev.gpuadvisor.launch.Launches;
import dev.gpuadvisor.launch.Started;
import dev.gpuadvisor.text.Msg;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts what is recommended, and where the files for other tools are. */
record Starting(Report report) {

  List<DocumentBlock> blocks() {
    return Launches.start(report.recommendation(), report.texts())
        .map(this::blocks)
        .orElseGet(List::of);
  }

  private List<DocumentBlock> blocks(Started started) {
    List<DocumentBlock> blocks = new ArrayList<>();
    String script = started.script().strip();
    if (script.contains(started.command())) {
      blocks.add(new DocumentBlock.Code(script));
    } else { // it is a configuration, which the command names
      String name = nameOf(script, started);
      blocks.add(report.paragraph(report.write(Msg.Report.startFile(name))));
      blocks.add(new DocumentBlock.Code(script));
      blocks.add(report.paragraph(report.write(Msg.Report.startCommand())));
      blocks.add(new DocumentBlock.Code(started.command()));
    }
    if (!started.remarks().isEmpty()) {
      blocks.add(new DocumentBlock.Bullets(started.remarks().stream().map(report::plain).toList()));
    }
    String names = started.files().stream().map(LaunchFile::name).collect(Collectors.joining(", "));
    DocumentBlock files =
        report
            .files()
            .<DocumentBlock>map(
                address ->
                    new DocumentBlock.Link(report.write(Msg.Report.startFiles(names)), address))
            .orElseGet(() -> report.paragraph(report.write(Msg.Report.startFilesElsewhere(names))));
    blocks.add(files);
    return blocks;
  }

  private static String nameOf(String script, Started started) {
    return started.files().stream()
        .filter(file -> file.text().contains(script))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
