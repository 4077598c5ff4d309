package dev.gpuadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.slack.line.Doubt;
import dev.gpuadvisor.text.Texts;
import java.io.IOException;
import java.util.List;

/** Where answers are written, and what is wrong with questions. */
record Output(Surroundings around, Texts texts) {

  /**
   * Where nobody reads on, as behind {@code | head -1}, there was an answer; a full disk has none.
   */
  static Status notWritten(IOException why) {
    if (String.valueOf(why.getMessage()).contains("Broken pipe")) {
      return Status.ANSWERED;
    }
    System.err.println("gpu-advisor: " + why.getMessage());
    return Status.NOT_ANSWERED;
  }

  /** For an answer: as wide as the terminal. */
  Page page() {
    return new Page(texts, Style.of(around));
  }

  /** For what is said beside it. */
  Page aside() {
    return new Page(texts, new Style(Style.USUAL, false));
  }

  Figures figures() {
    return new Figures(texts);
  }

  void print(byte[] bytes) throws IOException {
    around.out().write(bytes);
  }

  void print(String text) throws IOException {
    print(text.getBytes(UTF_8));
  }

  void tell(Page page) throws IOException {
    around.err().write(page.toString().getBytes(UTF_8));
  }

  /** Nothing where there are none. */
  void tell(List<Doubt> remarks) throws IOException {
    Page page = aside();
    new FaultsView(page).show(remarks);
    tell(page);
  }
}
