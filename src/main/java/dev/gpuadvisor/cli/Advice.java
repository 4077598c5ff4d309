package dev.gpuadvisor.cli;

import dev.gpuadvisor.api.Api;
import dev.gpuadvisor.catalog.Catalog;
import dev.gpuadvisor.launch.Launches;
import dev.gpuadvisor.lexicon.Lexicon;
import dev.gpuadvisor.operation.Endpoint;
import dev.gpuadvisor.operation.Operation;
import dev.gpuadvisor.operation.Operations;
import dev.gpuadvisor.parameter.LookupParameters;
import dev.gpuadvisor.parameter.Parameter;
import dev.gpuadvisor.parameter.Vocabulary;
import dev.gpuadvisor.question.Questions;
import dev.gpuadvisor.report.Reports;
import dev.gpuadvisor.text.Language;
import dev.gpuadvisor.unlisted.Hub;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What can be asked, and who answers it without a network. */
final class Advice {

  private final Questions questions;
  private final Map<Command, Operation<?>> operations = new EnumMap<>(Command.class);
  private final Operation<?> offer;
  private final Operation<?> model;
  private final Api api;

  /**
   * @param clock decides how old prices are
   */
  Advice(Questions questions, Clock clock) {
    this.questions = questions;
    Operations table = new Operations(questions);
    operations.put(Command.RECOMMEND, table.overHttp("recommend"));
    operations.put(Command.ESTIMATE, table.overHttp("estimate"));
    operations.put(Command.COMPARE, table.overHttp("compare"));
    operations.put(Command.OFFERS, table.overHttp("listOffers"));
    operations.put(Command.MODELS, table.overHttp("listModels"));
    operations.put(Command.LAUNCH, Launches.operation(questions));
    operations.put(Command.REPORT, Reports.operation(questions));
    operations.put(Command.LOGS, table.overHttp("readLog"));
    offer = table.overHttp("showOffer");
    model = table.overHttp("showModel");
    List<Endpoint> endpoints = new ArrayList<>(operations.values());
    endpoints.addAll(List.of(offer, model));
    api = new Api(endpoints, clock);
  }

  static Advice of(Catalog catalog, Lexicon lexicon, Hub hub, Clock clock) {
    return new Advice(Questions.of(catalog, lexicon, hub), clock);
  }

  Questions questions() {
    return questions;
  }

  Vocabulary vocabulary(Language language) {
    return questions.vocabulary(language);
  }

  ParameterFlags flags() {
    return new ParameterFlags(questions.table(), vocabulary(Language.EN));
  }

  /** Answers here. */
  Responder advisor() {
    return api::handle;
  }

  /**
   * @param one whether one entry is asked for instead of a list
   */
  Operation<?> operation(Command command, boolean one) {
    return one && command == Command.OFFERS
        ? offer
        : one && command == Command.MODELS ? model : operations.get(command);
  }

  /** All flags of a subcommand: also that for one entry of a list. */
  List<Parameter<?>> parameters(Command command) {
    List<Parameter<?>> all = new ArrayList<>(operations.get(command).parameters());
    if (command == Command.OFFERS) {
      all.add(LookupParameters.OFFER_ID);
    }
    if (command == Command.MODELS) {
      all.add(LookupParameters.MODEL_ID);
    }
    return all;
  }
}
