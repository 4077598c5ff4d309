package dev.gpuadvisor.launch;

import dev.gpuadvisor.advice.Assessment;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Texts;
import java.util.List;

/** The first lines of a file that may have comments. */
final class Header {

  private Header() {}

  /** Where it is meant to run, and what the file cannot say. */
  static String of(
      Assessment assessment, Model model, String how, List<Message> remarks, Texts texts) {
    StringBuilder header = new StringBuilder("# ");
    header
        .append(model.huggingFaceId())
        .append(" in ")
        .append(assessment.quantization().format().id())
        .append(" on ")
        .append(assessment.worker().label())
        .append(" (")
        .append(assessment.offer().provider())
        .append("), ")
        .append(how)
        .append('\n');
    for (Message remark : remarks) {
      header.append("# ").append(texts.write(remark)).append('\n');
    }
    return header.toString();
  }
}
