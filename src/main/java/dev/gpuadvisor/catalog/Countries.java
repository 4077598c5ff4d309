package dev.gpuadvisor.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The countries that GPUs are rented in, with their continents and what people call them: cities
 * and states where data centres stand are meant as their country, for providers name regions after
 * many.
 */
public final class Countries {

  private static final Map<String, Continent> CONTINENTS = new HashMap<>();
  private static final Map<String, String> BY_NAME = new HashMap<>();

  static {
    on(
        Continent.EUROPE,
        "AT=austria,autriche,vienna,vienne,wien BE=belgium,belgique,brussels,bruxelles"
            + " BG=bulgaria,bulgarie,sofia CH=switzerland,suisse,swiss,zurich,geneva,genève"
            + " CZ=czechia,tchequie,czech,prague"
            + " DE=germany,allemagne,deutschland,frankfurt,francfort,berlin,munich,nuremberg,falkenstein,hamburg"
            + " DK=denmark,danemark,copenhagen EE=estonia,estonie,tallinn"
            + " ES=spain,espagne,madrid,barcelona FI=finland,finlande,helsinki,hamina"
            + " FR=france,paris,marseille,lyon,roubaix,gravelines,strasbourg"
            + " GB=uk,unitedkingdom,england,royaumeuni,britain,greatbritain,london,londres,manchester"
            + " GR=greece,grece,athens HR=croatia,croatie HU=hungary,hongrie,budapest"
            + " IE=ireland,irlande,dublin IS=iceland,islande,reykjavik"
            + " IT=italy,italie,milan,rome,turin LT=lithuania,lituanie LU=luxembourg"
            + " LV=latvia,lettonie NL=netherlands,paysbas,amsterdam,eemshaven,holland"
            + " NO=norway,norvege,norvège,oslo PL=poland,pologne,warsaw,varsovie"
            + " PT=portugal,lisbon,lisbonne RO=romania,roumanie,bucharest RS=serbia,serbie"
            + " SE=sweden,suede,suède,stockholm,gothenburg SI=slovenia,slovenie"
            + " SK=slovakia,slovaquie TR=turkey,turquie UA=ukraine");
    on(
        Continent.NORTH_AMERICA,
        "CA=canada,montreal,montréal,toronto,quebec,québec,vancouver,beauharnois MX=mexico,mexique"
            + " US=usa,unitedstates,etatsunis,étatsunis,america,amérique,virginia,ohio,oregon,california,iowa,texas,nevada,utah,newyork,chicago,dallas,seattle,losangeles,siliconvalley,sanfrancisco,ashburn");
    on(
        Continent.SOUTH_AMERICA,
        "AR=argentina,argentine BR=brazil,bresil,brésil,saopaulo CL=chile,chili,santiago"
            + " CO=colombia,colombie PE=peru,perou UY=uruguay");
    on(
        Continent.ASIA,
        "AE=uae,emirates,emirats,dubai,abudhabi BH=bahrain CN=china,chine,beijing,shanghai,shenzhen"
            + " HK=hongkong ID=indonesia,indonesie,jakarta IL=israel,israël,telaviv"
            + " IN=india,inde,mumbai,bangalore,hyderabad,delhi,chennai,pune"
            + " JP=japan,japon,tokyo,osaka KR=korea,coree,southkorea,corée,seoul,séoul,busan"
            + " KZ=kazakhstan MY=malaysia,malaisie,johor,kualalumpur PH=philippines QA=qatar"
            + " SA=saudiarabia,arabiesaoudite,riyadh SG=singapore,singapour"
            + " TH=thailand,thailande,bangkok TW=taiwan,taipei VN=vietnam");
    on(
        Continent.AFRICA,
        "EG=egypt,egypte KE=kenya,nairobi MA=morocco,maroc NG=nigeria,lagos"
            + " ZA=southafrica,afriquedusud,johannesburg,capetown");
    on(
        Continent.OCEANIA,
        "AU=australia,australie,sydney,melbourne NZ=newzealand,nouvellezelande,auckland");
  }

  private Countries() {}

  private static void on(Continent continent, String countries) {
    for (String each : countries.split(" ")) {
      String code = each.substring(0, 2);
      CONTINENTS.put(code, continent);
      BY_NAME.put(NameIndex.key(code), code);
      if (each.length() > 2) {
        for (String name : each.substring(3).split(",")) {
          BY_NAME.put(name, code);
        }
      }
    }
  }

  /**
   * @param country ISO 3166-1 alpha-2
   */
  public static Optional<Continent> continent(String country) {
    return Optional.ofNullable(CONTINENTS.get(country));
  }

  /**
   * @param key a name or a code, as a key of {@link NameIndex}
   * @return ISO 3166-1 alpha-2
   */
  static Optional<String> named(String key) {
    return Optional.ofNullable(BY_NAME.get(key));
  }
}
