package dev.gpuadvisor.report;

import java.util.List;

/** A document in one language, before it has a format. */
record Document(String title, List<Section> sections) {

  /**
   * @param title empty for what stands before the first title
   * @param blocks never empty
   */
  record Section(String title, List<DocumentBlock> blocks) {}
}
