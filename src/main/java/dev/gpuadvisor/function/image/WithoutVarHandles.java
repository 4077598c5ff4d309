package dev.gpuadvisor.function.image;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.net.ssl.SSLContext;

/**
 * The one handle that is looked up when the function runs is that of the JDK's default TLS context,
 * which nothing here uses. Looking it up would keep all of {@code java.lang.invoke} in the image:
 * {@code SSLContext} is initialised at run time, and nobody else asks.
 */
@TargetClass(value = MethodHandles.Lookup.class, onlyWith = TlsServices.Used.class)
final class WithoutVarHandles {

  private WithoutVarHandles() {}

  @Substitute
  VarHandle findStaticVarHandle(Class<?> owner, String name, Class<?> type) {
    if (owner != SSLContext.class) {
      throw new UnsupportedOperationException(owner + "." + name);
    }
    return null;
  }
}
