package dev.gpuadvisor.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The countries that GPUs are rented in, with their continents and what people call them. */
public final class Countries {

  private static final Map<String, Continent> CONTINENTS = new HashMap<>();
  private static final Map<String, String> BY_NAME = new HashMap<>();

  static {
    on(
        Continent.EUROPE,
        "AT=austria,autriche BE=belgium,belgique BG=bulgaria,bulgarie CH=switzerland,suisse"
            + " CZ=czechia,tchequie DE=germany,allemagne,deutschland DK=denmark,danemark"
            + " EE=estonia,estonie ES=spain,espagne FI=finland,finlande FR=france"
            + " GB=uk,unitedkingdom,england,royaumeuni GR=greece,grece HR=croatia,croatie"
            + " HU=hungary,hongrie IE=ireland,irlande IS=iceland,islande IT=italy,italie"
            + " LT=lithuania,lituanie LU=luxembourg LV=latvia,lettonie NL=netherlands,paysbas"
            + " NO=norway,norvege PL=poland,pologne PT=portugal RO=romania,roumanie"
            + " RS=serbia,serbie SE=sweden,suede SI=slovenia,slovenie SK=slovakia,slovaquie"
            + " TR=turkey,turquie UA=ukraine");
    on(
        Continent.NORTH_AMERICA,
        "CA=canada MX=mexico,mexique US=usa,unitedstates,etatsunis,étatsunis");
    on(
        Continent.SOUTH_AMERICA,
        "AR=argentina,argentine BR=brazil,bresil CL=chile,chili CO=colombia,colombie"
            + " PE=peru,perou UY=uruguay");
    on(
        Continent.ASIA,
        "AE=uae,emirates,emirats BH=bahrain CN=china,chine HK=hongkong ID=indonesia,indonesie"
            + " IL=israel IN=india,inde JP=japan,japon KR=korea,coree,southkorea KZ=kazakhstan"
            + " MY=malaysia,malaisie PH=philippines QA=qatar SA=saudiarabia,arabiesaoudite"
            + " SG=singapore,singapour TH=thailand,thailande TW=taiwan VN=vietnam");
    on(
        Continent.AFRICA,
        "EG=egypt,egypte KE=kenya MA=morocco,maroc NG=nigeria ZA=southafrica,afriquedusud");
    on(Continent.OCEANIA, "AU=australia,australie NZ=newzealand,nouvellezelande");
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
