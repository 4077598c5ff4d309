package dev.gpuadvisor.web;

import dev.gpuadvisor.text.Language;

/** What stands around the content of a page. */
public record Shell(Language language, String title, String description) {

  public String lang() {
    return language.code();
  }

  /** The style sheet, which stands in the page: one answer is all that a browser needs. */
  public String style() {
    return StyleSheet.TEXT;
  }
}
