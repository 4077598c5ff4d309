package dev.gpuadvisor.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gpuadvisor.hub.HubSession.Reply;
import dev.gpuadvisor.stream.Json;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of a repository at the revision that was found. */
record Files(HubSession session, RepositoryName name, RepositoryInfo info) {

  private static final int PARTIAL = 206;

  /** As the hub calls it, which may have been renamed. */
  String id() {
    return RepositoryName.of(info.id()).map(RepositoryName::id).orElse(name.id());
  }

  /** The commit; the branch where the hub does not say which. */
  String revision() {
    String asked = name.revision().isEmpty() ? "main" : name.revision();
    return info.revision().isEmpty() ? asked : info.revision();
  }

  /** Empty where it is none. */
  Optional<ConfigFields> config(String file) throws IOException {
    return config(id(), revision(), file);
  }

  /** Of another repository, too. */
  Optional<ConfigFields> config(String repository, String atRevision, String file)
      throws IOException {
    try (JsonParser json = Json.parser(open(repository, atRevision, file, 0))) {
      return json.nextToken() == JsonToken.START_OBJECT
          ? ConfigFields.read(json)
          : Optional.empty();
    }
  }

  /** The sizes of all tensors together; 0 where the index does not say. */
  long totalSize(String index) throws IOException {
    try (JsonParser json = Json.parser(open(id(), revision(), index, 0))) {
      return WeightIndex.totalSize(json);
    }
  }

  /** The start of a file: more may come, and none of it needs to be read. */
  InputStream start(String file, int bytes) throws IOException {
    return open(id(), revision(), file, bytes);
  }

  private InputStream open(String repository, String atRevision, String file, int bytes)
      throws IOException {
    String path = "/" + repository + "/resolve/" + LookUp.encoded(atRevision) + "/" + encoded(file);
    Reply reply = session.get(path, bytes);
    boolean part = reply.status() == PARTIAL && bytes > 0;
    if (reply.status() != 200 && !part) {
      throw new LookUpException(Refusals.ofFile(reply));
    }
    if (part && !reply.head().header("content-range").startsWith("bytes 0-")) {
      throw new IOException("Another part than the start");
    }
    return reply.content();
  }

  /** Names of files come from outside: what has no place in a path is written as bytes. */
  private static String encoded(String file) {
    StringBuilder path = new StringBuilder();
    for (byte each : file.getBytes(UTF_8)) {
      boolean plain =
          each >= 'a' && each <= 'z'
              || each >= 'A' && each <= 'Z'
              || each >= '0' && each <= '9'
              || "-._~/".indexOf(each) >= 0;
      path.append(plain ? Character.toString((char) each) : String.format("%%%02X", each & 0xff));
    }
    return path.toString();
  }
}
