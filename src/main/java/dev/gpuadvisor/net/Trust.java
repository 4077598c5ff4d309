package dev.gpuadvisor.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

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
    return () -> {
      String file = environment.apply(FILE);
      return file == null || file.isBlank()
          ? (SSLSocketFactory) SSLSocketFactory.getDefault()
          : in(Path.of(file.strip()));
    };
  }

  private static SSLSocketFactory in(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        store.setCertificateEntry("certificate-" + count++, each);
      }
      if (count == 0) {
        throw new CertificateException("none");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException(FILE + " holds no certificates that can be read: " + file, e);
    }
  }
}
