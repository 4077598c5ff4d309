package dev.gpuadvisor.question;

import dev.gpuadvisor.advice.Question;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.catalog.Model;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.parameter.Group;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.ParameterTable;
import dev.gpuadvisor.parameter.Parameters;
import dev.gpuadvisor.parameter.Reader;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.unlisted.Hub;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All questions that can be asked, each with its reader. */
public final class Questions {

  private static final Group[] WORKLOAD = {
    Group.MODEL, Group.FORMATS, Group.SERVING, Group.TRAINING, Group.DESCRIPTION
  };

  private final Catalog catalog;
  private final Lexicon lexicon;
  private final Hub hub;
  private final ParameterTable table;
  private final Reader<Question> recommendation;
  private final Reader<LaunchQuestion> launch;
  private final Reader<DocumentQuestion> document;
  private final Reader<ComparedOffers> comparison;
  private final Reader<EstimateQuestion> estimate;
  private final Reader<LogQuestion> log;
  private final Reader<OfferList> offers;
  private final Reader<OfferQuestion> offer;
  private final Reader<ModelList> models;
  private final Reader<Model> model;
  private final Reader<Catalog> nothing;

  /**
   * @param catalog that they are about
   * @param lexicon of its names
   * @param hub that knows the models which the catalogue lacks
   * @param table of the parameters that they take
   */
  public Questions(Catalog catalog, Lexicon lexicon, Hub hub, ParameterTable table) {
    this.catalog = catalog;
    this.lexicon = lexicon;
    this.hub = hub;
    this.table = table;
    List<Parameter<?>> workload = table.of(WORKLOAD);
    List<Parameter<?>> whole =
        join(
            workload,
            table.of(
                Group.OFFERS,
                Group.RENTING,
                Group.LOAD,
                Group.INSTEAD,
                Group.MOVING,
                Group.ANSWER));
    recommendation = reader(whole, QuestionInput::read);
    launch = reader(join(whole, table.of(Group.LAUNCHED)), LaunchQuestion::read);
    document = reader(join(whole, table.of(Group.DOCUMENT)), DocumentQuestion::read);
    comparison =
        reader(
            join(
                table.of(Group.COMPARED),
                workload,
                table.of(Group.RENTING, Group.LOAD, Group.ANSWER)),
            ComparedOffers::read);
    estimate =
        reader(
            table.of(
                Group.MODEL,
                Group.FORMAT,
                Group.SERVING,
                Group.TRAINING,
                Group.DESCRIPTION,
                Group.HARDWARE,
                Group.LOAD,
                Group.ANSWER),
            EstimateQuestion::read);
    log =
        reader(
            table.of(Group.LOG, Group.HARDWARE, Group.ANSWER),
            inputs -> LogQuestion.read(inputs, recommendation));
    offers = reader(Lookups.OFFERS, OfferList::read);
    offer = reader(Lookups.OFFER, OfferQuestion::read);
    models = reader(Lookups.MODELS, ModelList::read);
    model =
        reader(
            table.of(Group.MODEL_PATH, Group.ANSWER),
            inputs -> inputs.one(LookupParameters.MODEL_ID));
    nothing = nothing(new Group[0]);
  }

  /** Of this product's parameters, without a hub. */
  public static Questions of(Catalog catalog) {
    return of(catalog, Hub.OFF);
  }

  /** Of this product's parameters. */
  public static Questions of(Catalog catalog, Hub hub) {
    return of(catalog, Lexicon.of(catalog), hub);
  }

  /** Where the names of the catalogue are read already. */
  public static Questions of(Catalog catalog, Lexicon lexicon, Hub hub) {
    return new Questions(catalog, lexicon, hub, ParameterTable.standard());
  }

  public Catalog catalog() {
    return catalog;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  /** What texts are read by in a language. */
  public Vocabulary vocabulary(Language language) {
    return new Vocabulary(catalog, lexicon, language);
  }

  /** Where models are looked up that the catalogue lacks. */
  public Hub hub() {
    return hub;
  }

  public ParameterTable table() {
    return table;
  }

  /** What to rent. */
  public Reader<Question> recommendation() {
    return recommendation;
  }

  /** What to rent, and how to start it. */
  public Reader<LaunchQuestion> launch() {
    return launch;
  }

  /** What to rent, told in a document. */
  public Reader<DocumentQuestion> document() {
    return document;
  }

  /** How named offers compare. */
  public Reader<ComparedOffers> comparison() {
    return comparison;
  }

  /** How much memory is needed. */
  public Reader<EstimateQuestion> estimate() {
    return estimate;
  }

  /** What a start-up log shows. */
  public Reader<LogQuestion> log() {
    return log;
  }

  /** Which offers there are. */
  public Reader<OfferList> offers() {
    return offers;
  }

  /** One offer. */
  public Reader<OfferQuestion> offer() {
    return offer;
  }

  /** Which models there are. */
  public Reader<ModelList> models() {
    return models;
  }

  /** One model. */
  public Reader<Model> model() {
    return model;
  }

  /** What takes no parameters. */
  public Reader<Catalog> nothing() {
    return nothing;
  }

  /** What takes only parameters that it needs not look at. */
  public Reader<Catalog> nothing(Group... groups) {
    return reader(table.of(groups), inputs -> Optional.of(catalog));
  }

  /** The same, of whose answer the beginning may do. */
  public static <Q> Reader<Listed<Q>> listed(Reader<Q> reader, Parameter<Integer> limit) {
    return reader.with(List.of(limit), inputs -> inputs.one(limit), Listed::new);
  }

  /** The same, which may be asked for as a table. */
  public <Q> Reader<Tabular<Q>> tabular(Reader<Q> reader) {
    return reader.with(
        table.of(Group.TABLE), inputs -> inputs.one(Parameters.TABLE_FORMAT), Tabular::new);
  }

  /**
   * The same, with what of its answer is kept.
   *
   * @param names all that the answer may have
   */
  public <Q> Reader<Selected<Q>> selecting(Reader<Q> reader, FieldNames names) {
    return reader.with(
        table.of(Group.FIELDS), inputs -> KeptFields.read(inputs, names), Selected::new);
  }

  private <Q> Reader<Q> reader(List<Parameter<?>> parameters, Reader.Reading<Q> reading) {
    return new Reader<>(catalog, lexicon, hub, parameters, reading);
  }

  @SafeVarargs
  private static List<Parameter<?>> join(List<Parameter<?>>... parts) {
    List<Parameter<?>> all = new ArrayList<>();
    for (List<Parameter<?>> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
