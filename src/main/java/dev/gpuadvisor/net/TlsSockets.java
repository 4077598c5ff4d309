package dev.gpuadvisor.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * What TLS connections are made by: contexts of their own, since the JDK's default one also looks
 * for keys of the client, and Quarkus replaces it in native images.
 */
final class TlsSockets {

  private static volatile SSLSocketFactory usual;

  private TlsSockets() {}

  /** Those whom the JDK knows; one context, since sessions are resumed only within one. */
  static SSLSocketFactory believingTheUsual() throws IOException {
    SSLSocketFactory sockets = usual;
    if (sockets == null) {
      try {
        sockets = believing(null);
      } catch (GeneralSecurityException e) {
        throw new IOException("No TLS", e);
      }
      usual = sockets;
    }
    return sockets;
  }

  /**
   * @param managers who say whom to believe; null for those of the JDK
   */
  static SSLSocketFactory believing(TrustManager[] managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context.getSocketFactory();
  }
}
