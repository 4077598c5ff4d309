package dev.gpuadvisor.function.image;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Options of sockets beyond the standard ones, which nothing here sets: the JDK looks for their
 * class by reflection and loads a library for it before the first socket is opened, for which the
 * caller's class is looked up in tables that nothing else touches.
 */
@TargetClass(className = "sun.net.ext.ExtendedSocketOptions", onlyWith = TlsServices.Used.class)
final class WithoutSocketOptions {

  private WithoutSocketOptions() {}

  @Alias private static volatile WithoutSocketOptions instance;

  @Substitute
  static WithoutSocketOptions getInstance() {
    WithoutSocketOptions none = instance;
    if (none == null) {
      none = (WithoutSocketOptions) (Object) new NoSocketOptions();
      instance = none;
    }
    return none;
  }

  @TargetClass(
      className = "sun.net.ext.ExtendedSocketOptions",
      innerClass = "NoExtendedSocketOptions",
      onlyWith = TlsServices.Used.class)
  static final class NoSocketOptions {

    @Alias
    NoSocketOptions() {}
  }
}
