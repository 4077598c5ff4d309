package dev.gpuadvisor.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A file of certificates, read when the first connection needs it and again once it has changed: a
 * bundle of a hundred takes longer to read than to shake hands, and sessions are resumed only
 * within one context.
 */
final class CertificateFile {

  private record Known(Path file, FileTime changed, SSLSocketFactory sockets) {
    boolean isOf(Path other, FileTime time) {
      return file.equals(other) && changed.equals(time);
    }
  }

  private volatile Known known;

  /**
   * @throws IOException where the certificates cannot be read
   */
  SSLSocketFactory sockets(Path file) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    Known last = known;
    if (last == null || !last.isOf(file, changed)) {
      last = new Known(file, changed, read(file));
      known = last;
    }
    return last.sockets();
  }

  private static SSLSocketFactory read(Path file) throws IOException {
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
      throw new IOException(Trust.FILE + " holds no certificates that can be read: " + file, e);
    }
  }
}
