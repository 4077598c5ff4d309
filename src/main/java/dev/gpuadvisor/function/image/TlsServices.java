package dev.gpuadvisor.function.image;

import java.lang.reflect.Method;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.graalvm.nativeimage.hosted.Feature;

/**
 * Leaves in the image, of the 365 algorithms that the JDK's providers have, those that a client
 * needs for TLS 1.3 and 1.2 with the servers of today: AES in GCM, keys agreed on curves,
 * certificates signed by RSA or on curves. Each other one would come with its classes, though
 * nobody can name it. The JDK offers a server only what it finds, so that none is asked for in
 * vain.
 */
public final class TlsServices implements Feature {

  private static final Set<String> KEPT =
      Set.of(
          "AlgorithmParameters.EC",
          "AlgorithmParameters.GCM",
          "AlgorithmParameters.RSASSA-PSS",
          "CertPathBuilder.PKIX",
          "CertPathValidator.PKIX",
          "CertStore.Collection",
          "CertificateFactory.X.509",
          "Cipher.AES/GCM/NoPadding",
          "KDF.HKDF-SHA256",
          "KDF.HKDF-SHA384",
          "KeyAgreement.ECDH",
          "KeyAgreement.X25519",
          "KeyAgreement.XDH",
          "KeyFactory.EC",
          "KeyFactory.RSA",
          "KeyFactory.RSASSA-PSS",
          "KeyFactory.X25519",
          "KeyFactory.XDH",
          "KeyGenerator.SunTls12Prf",
          "KeyGenerator.SunTlsKeyMaterial",
          "KeyGenerator.SunTlsMasterSecret",
          "KeyPairGenerator.EC",
          "KeyPairGenerator.X25519",
          "KeyPairGenerator.XDH",
          "KeyStore.CaseExactJKS",
          "Mac.HmacSHA256",
          "Mac.HmacSHA384",
          "MessageDigest.SHA-1",
          "MessageDigest.SHA-256",
          "MessageDigest.SHA-384",
          "MessageDigest.SHA-512",
          "SSLContext.TLS",
          "SecureRandom.NativePRNG",
          "Signature.NONEwithECDSA", // without this and the next the JDK takes curves for missing
          "Signature.SHA1withECDSA",
          "Signature.RSASSA-PSS",
          "Signature.SHA256withECDSA",
          "Signature.SHA256withRSA",
          "Signature.SHA384withECDSA",
          "Signature.SHA384withRSA",
          "Signature.SHA512withECDSA",
          "Signature.SHA512withRSA",
          "TrustManagerFactory.PKIX");

  private static boolean used;

  /** Whether it is the function that is built: native-image finds substitutions by itself. */
  static final class Used implements BooleanSupplier {

    @Override
    public boolean getAsBoolean() {
      return used;
    }
  }

  @Override
  public String getDescription() {
    return "Leaves out the cryptography that no TLS client of today needs";
  }

  @Override
  public void afterRegistration(AfterRegistrationAccess access) {
    used = true;
  }

  /** Before native-image looks what there is, and after it has read the certificates. */
  @Override
  public void duringSetup(DuringSetupAccess access) {
    try {
      Method remove = Provider.class.getDeclaredMethod("removeService", Provider.Service.class);
      remove.setAccessible(true);
      for (Provider provider : Security.getProviders()) {
        for (Provider.Service service : List.copyOf(provider.getServices())) {
          if (!KEPT.contains(service.getType() + "." + service.getAlgorithm())) {
            remove.invoke(provider, service);
          }
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
