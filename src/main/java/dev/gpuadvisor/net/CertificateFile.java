package dev.gpuadvisor.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
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
      Set<TrustAnchor> believed = new HashSet<>();
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
        believed.add(new TrustAnchor((X509Certificate) each, null));
      }
      if (believed.isEmpty()) {
        throw new CertificateException("none");
      }
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(believed, null);
      parameters.setRevocationEnabled(false);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(new CertPathTrustManagerParameters(parameters));
      return TlsSockets.believing(managers.getTrustManagers());
    } catch (GeneralSecurityException e) {
      throw new IOException(Trust.FILE + " holds no certificates that can be read: " + file, e);
    }
  }
}
