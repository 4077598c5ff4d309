package dev.gpuadvisor.function.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.security.cert.PKIXParameters;

/**
 * Says when the image is built what is so at run time: nobody asks whether a certificate has been
 * revoked, which TLS clients of the JDK do only where a property tells them to. What would ask
 * (OCSP, lists over HTTP and LDAP) stays out of the image.
 */
@TargetClass(value = PKIXParameters.class, onlyWith = TlsServices.Used.class)
final class WithoutRevocation {

  private WithoutRevocation() {}

  @Substitute
  boolean isRevocationEnabled() {
    return false;
  }
}
