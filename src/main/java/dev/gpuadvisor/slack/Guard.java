package dev.gpuadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gpuadvisor.http.ApiRequest;
import dev.gpuadvisor.http.FormEncoding;
import dev.gpuadvisor.parameter.Arguments;
import dev.gpuadvisor.problem.Problem;
import dev.gpuadvisor.problem.ProblemException;
import dev.gpuadvisor.text.Msg;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Lets in what Slack has signed, and reads its form only then. */
record Guard(SlackSettings settings, Clock clock) {

  private static final Pattern CHECK =
      Pattern.compile("ssl_check=1&token=[A-Za-z0-9]{1,64}|token=[A-Za-z0-9]{1,64}&ssl_check=1");

  /** Nobody could have signed anything: not the caller has to change something. */
  static final Problem NOT_SET_UP = Problem.of(503, "unavailable", Msg.Problem.noSigningSecret());

  /**
   * @throws ProblemException with 401, whatever the reason; with 503 where no secret is known
   */
  Arguments form(ApiRequest request) {
    if (!isSigned(request)) {
      throw new ProblemException(
          Problem.of(401, "unauthorized", Msg.Problem.unauthorizedRequest()));
    }
    Arguments form = new Arguments();
    FormEncoding.read(new String(request.body(), UTF_8), form);
    form.requireDecoded();
    return form;
  }

  /**
   * A signature of just now that no known secret made may be by a secret that is newer than what is
   * known: then the secrets are looked up again.
   */
  private boolean isSigned(ApiRequest request) {
    if (!Signature.isFresh(request, clock.instant())) {
      return false;
    }
    List<String> known = settings.secrets().get();
    if (known.isEmpty()) {
      throw new ProblemException(NOT_SET_UP);
    }
    if (Signature.isBy(request, known)) {
      return true;
    }
    List<String> newer = settings.secrets().newest();
    return !newer.equals(known) && Signature.isBy(request, newer);
  }

  /**
   * Whether Slack looks whether the certificate is good, and asks nothing. It does so unsigned; the
   * answer reveals nothing.
   */
  static boolean isCheckOfCertificate(ApiRequest request) {
    String body = new String(request.body(), UTF_8);
    return body.equals("ssl_check=1") || CHECK.matcher(body).matches();
  }

  static String first(Arguments form, String name) {
    List<String> values = form.get(name);
    return values.isEmpty() ? "" : values.get(0);
  }
}
