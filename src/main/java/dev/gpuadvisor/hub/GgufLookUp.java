package dev.gpuadvisor.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.catalog.PublishedFormat;
import dev.gpuadvisor.text.Message;
import dev.gpuadvisor.text.Msg;
import dev.gpuadvisor.unlisted.ConfigFields;
import dev.gpuadvisor.unlisted.ConfigModel;
import dev.gpuadvisor.unlisted.Hub.Answer;
import dev.gpuadvisor.unlisted.Hub.Failed;
import dev.gpuadvisor.unlisted.Hub.Found;
import dev.gpuadvisor.unlisted.Hub.NotCovered;
import dev.gpuadvisor.unlisted.Hub.Reason;
import dev.gpuadvisor.unlisted.RepositoryName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A model in GGUF files: its shape is that of the model that they were made of, or else what the
 * header of one of them says; the bytes of its weights are the files'.
 *
 * @param found takes what is known so far
 */
record GgufLookUp(Files files, Consumer<Answer> found) {

  private static final String CONFIG = "config.json";
  private static final String QUANTIZED = "base_model:quantized:";
  private static final String BASE = "base_model:";
  private static final String RUNTIME = "llama.cpp";

  /** A file may lie behind a redirect. */
  private static final int REQUESTS_OF_A_FILE = 2;

  /** Of a header that nobody saw, for each token of the vocabulary. */
  private static final int BYTES_OF_A_TOKEN = 36;

  void look() throws IOException {
    List<GgufFile> all = GgufFile.of(files.info());
    Optional<GgufFile> chosen = GgufFile.chosen(all, files.name().file());
    if (chosen.isEmpty()) {
      found.accept(new Failed(all.isEmpty() ? Reason.NO_WEIGHTS : Reason.NO_FILE));
      return;
    }
    Optional<ConfigFields> config = config();
    Optional<Model> model = config.flatMap(fields -> ConfigModel.read(fields).model());
    model.ifPresent(known -> found.accept(answer(known, all, chosen.get(), Optional.empty())));
    Optional<GgufHeader> header = header(chosen.get(), model.isPresent());
    if (model.isEmpty() && header.isPresent()) {
      Optional<ConfigFields> own = GgufConfig.of(header.get());
      config = own.or(() -> Optional.of(ConfigFields.parse("{}").orElseThrow()));
      model = own.flatMap(fields -> ConfigModel.read(fields).model());
    }
    if (model.isPresent()) {
      found.accept(answer(model.get(), all, chosen.get(), header));
    } else if (config.isPresent()) {
      found.accept(new NotCovered(named(header), ConfigModel.read(config.get()).faults()));
    } else {
      found.accept(new Failed(Reason.NO_CONFIG));
    }
  }

  private String named(Optional<GgufHeader> header) {
    String architecture = header.map(GgufHeader::architecture).orElse("");
    return (files.info().named() + " " + architecture).strip();
  }

  /** Of the repository, or of the one that its files were made from. */
  private Optional<ConfigFields> config() throws IOException {
    try {
      if (files.info().has(CONFIG)) {
        return files.config(CONFIG);
      }
      Optional<RepositoryName> base =
          files.info().tag(QUANTIZED).or(() -> files.info().tag(BASE)).flatMap(RepositoryName::of);
      return base.isPresent() ? files.config(base.get().id(), "main", CONFIG) : Optional.empty();
    } catch (LookUpException | JsonProcessingException e) {
      return Optional.empty(); // the header says it, too
    }
  }

  /**
   * @param spare whether it can be done without
   */
  private Optional<GgufHeader> header(GgufFile file, boolean spare) throws IOException {
    if (spare && !files.session().allows(REQUESTS_OF_A_FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(GgufHeader.read(files.start(file.first(), GgufHeader.MOST_BYTES)));
    } catch (LookUpException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Found answer(
      Model unnamed, List<GgufFile> all, GgufFile chosen, Optional<GgufHeader> header) {
    Model model = new Described(files).model(unnamed);
    long exact = chosen.parts() == 1 ? header.map(GgufHeader::tensorBytes).orElse(0L) : 0;
    long length =
        header.map(GgufHeader::length).orElse((long) BYTES_OF_A_TOKEN * model.vocabulary());
    for (GgufFile file : all) {
      if (!file.format().isEmpty() && file != chosen) {
        model = with(model, file.format(), file.bytes() - length);
      }
    }
    long bytes = exact > 0 && exact <= chosen.bytes() ? exact : chosen.bytes() - length;
    model = with(model, chosen.format(), bytes);
    return new Found(
        model,
        new Described(files).written(),
        Optional.of(chosen.format()),
        Optional.of(RUNTIME),
        note(model, chosen, bytes, bytes == exact));
  }

  private Message note(Model model, GgufFile file, long bytes, boolean exact) {
    String name = new Described(files).written();
    return exact
        ? Msg.Hub.ggufExact(bytes, file.first(), name, model.parameters())
        : Msg.Hub.ggufBySize(bytes, file.first(), name, model.parameters());
  }

  /** What cannot be is left to the rules of the format. */
  private static Model with(Model model, String format, long bytes) {
    boolean possible = ConfiguredLookUp.isPossible(model, bytes);
    return Described.in(model, new PublishedFormat(format, 0, possible ? bytes : 0));
  }
}
