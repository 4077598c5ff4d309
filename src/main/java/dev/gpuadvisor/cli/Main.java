package dev.gpuadvisor.cli;

import dev.gpuadvisor.Prices;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.reading.BundledCatalog;
import dev.gpuadvisor.hub.HubSettings;
import dev.gpuadvisor.hub.HuggingFaceHub;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.unlisted.Hub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/**
 * Where the command line starts, as a native executable and from the server's jar. What is asked is
 * made when the image is built; a cold start finds it in memory.
 */
public final class Main {

  private static final String IMAGE = "org.graalvm.nativeimage.imagecode";

  private static final Hub HUB =
      new HuggingFaceHub(HubSettings.from(System::getenv), Clock.systemUTC());

  private static final String VERSION = ProgramVersion.read();

  /** Of the bundled names, which no file of prices changes. */
  private static final Lexicon LEXICON = Lexicon.of(BundledCatalog.catalog());

  private static final Advice BUNDLED =
      practised(Advice.of(BundledCatalog.catalog(), LEXICON, HUB, Clock.systemUTC()));

  private Main() {}

  /** The finished one, unless there is a file of other prices. */
  private static Advice advice() {
    Catalog catalog = Prices.catalog(System::getenv, System.err::println);
    return catalog == BundledCatalog.catalog()
        ? BUNDLED
        : Advice.of(catalog, LEXICON.with(catalog.priceLists()), HUB, Clock.systemUTC());
  }

  /** Asked once, so that the tables that fill at first use are full before the first caller. */
  private static Advice practised(Advice advice) {
    if (System.getProperty(IMAGE) == null) {
      return advice; // in a JVM there is nothing to be ahead of
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Status status =
          new Cli(advice, new Practice(out), VERSION)
              .run(List.of("qwen2.5-14b", "8bit", "--users", "4"));
      if (status != Status.ANSWERED) {
        throw new IllegalStateException(out.toString());
      }
      return advice;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] arguments) {
    int code;
    try {
      code = new Cli(advice(), new LocalMachine(), VERSION).run(List.of(arguments)).code();
    } catch (IOException e) {
      code = Output.notWritten(e).code();
    }
    System.exit(code);
  }
}
