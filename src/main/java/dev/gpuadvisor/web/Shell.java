package dev.gpuadvisor.web;

import dev.gpuadvisor.text.Language;

/**
 * What stands around the content of a page.
 *
 * @param description of what kind of page it is
 * @param preview what is shown where somebody posts its address: the answer, where it has one
 */
public record Shell(Language language, String title, String description, String preview) {

  /** A page whose description is all that can be shown of it. */
  public Shell(Language language, String title, String description) {
    this(language, title, description, description);
  }

  public String lang() {
    return language.code();
  }

  /** The style sheet, which stands in the page: one answer is all that a browser needs. */
  public String style() {
    return StyleSheet.TEXT;
  }
}
