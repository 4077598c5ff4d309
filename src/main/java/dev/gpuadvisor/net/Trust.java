package dev.gpuadvisor.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;

/** Whose certificates are believed. Looked at when the first connection needs it. */
@FunctionalInterface
public interface Trust {

  /**
   * A file of certificates (PEM) that are believed in place of those that the JDK knows, as
   * OpenSSL, curl and Go have it: for mirrors with a certificate of one's own organisation.
   */
  String FILE = "SSL_CERT_FILE";

  /**
   * @throws IOException where the certificates cannot be read
   */
  SSLSocketFactory sockets() throws IOException;

  /** What the environment names, else what the JDK knows. */
  static Trust of(UnaryOperator<String> environment) {
    CertificateFile certificates = new CertificateFile();
    return () -> {
      String file = environment.apply(FILE);
      return file == null || file.isBlank()
          ? TlsSockets.believingTheUsual()
          : certificates.sockets(Path.of(file.strip()));
    };
  }
}
