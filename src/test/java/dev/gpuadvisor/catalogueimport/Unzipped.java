package dev.gpuadvisor.catalogueimport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What some servers, and some people who save answers, compress without being asked to. The first
 * two bytes tell: no text begins with them.
 */
final class Unzipped {

  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private Unzipped() {}

  static InputStream of(InputStream answer) throws IOException {
    BufferedInputStream in = new BufferedInputStream(answer);
    in.mark(2);
    boolean zipped = in.read() == FIRST && in.read() == SECOND;
    in.reset();
    return zipped ? new GZIPInputStream(in) : in;
  }
}
