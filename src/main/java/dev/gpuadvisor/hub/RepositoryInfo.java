package dev.gpuadvisor.hub;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub's API says of a repository ({@code GET /api/models/{id}?blobs=true}), as far as it
 * matters here. Its types are checked, since it comes from outside: what is not of the documented
 * type counts as not said.
 */
final class RepositoryInfo {

  /** More files or tags than any repository has reason to. */
  private static final int MOST = 10_000;

  private static final int LONGEST = 512;
  private static final long LARGEST = 1L << 50;

  /**
   * A file.
   *
   * @param bytes 0 where it is not said
   */
  record RepositoryFile(String name, long bytes) {}

  private String id = "";
  private String revision = "";
  private String pipeline = "";
  private String library = "";
  private String created = "";
  private final List<String> tags = new ArrayList<>();
  private final List<RepositoryFile> files = new ArrayList<>();
  private final Map<String, Long> parameters = new HashMap<>();

  private RepositoryInfo() {}

  /**
   * @throws IOException also where it is no object
   */
  static RepositoryInfo read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("Not an object");
    }
    RepositoryInfo info = new RepositoryInfo();
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      info.read(field, json);
    }
    return info;
  }

  private void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "id", "modelId" -> id = text(json, id);
      case "sha" -> revision = text(json, revision);
      case "pipeline_tag" -> pipeline = text(json, pipeline);
      case "library_name" -> library = text(json, library);
      case "createdAt" -> created = text(json, created);
      case "tags" -> readTags(json);
      case "siblings" -> readFiles(json);
      case "safetensors" -> readParameters(json);
      default -> json.skipChildren();
    }
  }

  private static String text(JsonParser json, String otherwise) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING && json.getTextLength() <= LONGEST) {
      return json.getText();
    }
    json.skipChildren();
    return otherwise;
  }

  private void readTags(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireMore(json);
      String tag = text(json, "");
      if (tags.size() < MOST && !tag.isEmpty()) {
        tags.add(tag);
      }
    }
  }

  private void readFiles(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireMore(json);
      if (json.currentToken() == JsonToken.START_OBJECT) {
        readFile(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void readFile(JsonParser json) throws IOException {
    String name = "";
    long bytes = 0;
    for (String field; (field = json.nextFieldName()) != null; ) {
      json.nextToken();
      if (field.equals("rfilename")) {
        name = text(json, "");
      } else if (field.equals("size")) {
        bytes = number(json);
      } else {
        json.skipChildren();
      }
    }
    if (!name.isEmpty() && files.size() < MOST) {
      files.add(new RepositoryFile(name, bytes));
    }
  }

  private void readParameters(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String field; (field = json.nextFieldName()) != null; ) {
      boolean counts = json.nextToken() == JsonToken.START_OBJECT && field.equals("parameters");
      if (!counts) {
        json.skipChildren();
        continue;
      }
      for (String type; (type = json.nextFieldName()) != null; ) {
        json.nextToken();
        long number = number(json);
        if (number > 0 && parameters.size() < MOST && type.length() <= LONGEST) {
          parameters.put(type, number);
        }
      }
    }
  }

  /** 0 where it is no whole number of things that there may be so many of. */
  private static long number(JsonParser json) throws IOException {
    boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getTextLength() < 17;
    long number = whole ? Long.parseLong(json.getText()) : 0;
    json.skipChildren();
    return number < 0 || number > LARGEST ? 0 : number;
  }

  private static void requireMore(JsonParser json) throws IOException {
    if (json.currentToken() == null) {
      throw new IOException("Cut off");
    }
  }

  /** As the hub writes it; empty where it does not say. */
  String id() {
    return id;
  }

  /** The commit; empty where it is none. */
  String revision() {
    boolean commit =
        revision.length() == 40 && revision.chars().allMatch(each -> isHexadecimal((char) each));
    return commit ? revision : "";
  }

  private static boolean isHexadecimal(char each) {
    return each >= '0' && each <= '9' || each >= 'a' && each <= 'f';
  }

  /** What it is used for and with, as the hub sorts it. */
  String named() {
    return (pipeline + " " + library).strip();
  }

  String pipeline() {
    return pipeline;
  }

  /** {@code 2026-08-05}; empty where it is not known. */
  String created() {
    return created.length() > 10 ? created.substring(0, 10) : "";
  }

  /** What follows such a start in a tag; empty where no tag has it. */
  Optional<String> tag(String start) {
    return tags.stream()
        .filter(tag -> tag.startsWith(start))
        .map(tag -> tag.substring(start.length()))
        .findFirst();
  }

  boolean has(String name) {
    return files.stream().anyMatch(file -> file.name().equals(name));
  }

  /** Files whose names end so. */
  List<RepositoryFile> files(String end) {
    return files.stream().filter(file -> file.name().endsWith(end)).toList();
  }

  /** Numbers of stored values by their type, {@code BF16}; empty where the hub does not say. */
  Map<String, Long> parameters() {
    return parameters;
  }
}
